export * from './service-name.ts';
export * from './matter-event.ts';
export * from './subjects.ts';
export * from './rpc.ts';
export * from './matter-id.ts';
export * from './policy-page.ts';
