export * from './released-table.ts';
