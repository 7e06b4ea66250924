export { type LinkedFiles, type LinkFilesOptions, linkFiles } from './link-files.ts';
export { SAMPLE_FILE } from './sample-file.ts';
export { type WriteLinkageOptions, type WrittenLinkage, writeLinkage } from './write-linkage.ts';
