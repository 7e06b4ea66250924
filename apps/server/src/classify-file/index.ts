export { type ClassifiedFile, type ClassifyFileOptions, classifyFile } from './classify-file.ts';
export { type ClassifyProblem, ClassifyRefused, inWords as problemInWords } from './classify-problem.ts';
