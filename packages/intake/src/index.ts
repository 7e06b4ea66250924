export * from './raw.ts';
export * from './read/index.ts';
export * from './map/index.ts';
