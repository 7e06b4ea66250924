export * from './raw.ts';
export * from './read/index.ts';
