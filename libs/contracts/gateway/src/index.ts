export * from './body/index.ts';
export * from './generated/index.ts';
