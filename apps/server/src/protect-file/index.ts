export { type ProtectFileOptions, protectFile, writeProtected } from './protect-file.ts';
export { type ReadTable, readTableFile, type TableColumns } from './read-table-file.ts';
