export * from './map/index.ts';
export * from './raw.ts';
export * from './read/index.ts';
export * from './templates/index.ts';
