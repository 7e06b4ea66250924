export * from './condition.ts';
export * from './country-pack.ts';
export * from './declaration.ts';
export * from './delivery.ts';
export * from './field.ts';
export * from './issue.ts';
export * from './kind.ts';
export * from './text.ts';
