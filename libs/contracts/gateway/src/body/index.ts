export * from './format-checks.ts';
export * from './number-checks.ts';
export * from './money-body.ts';
export * from './act-body.ts';
