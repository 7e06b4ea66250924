export { type LinkedFiles, type LinkFilesOptions, linkFiles } from './link-files.ts';
export { type WriteLinkageOptions, writeLinkage } from './write-linkage.ts';
