export { isFormulaLike, neutraliseFormula } from './neutralise-formula.ts';
export { type OpenFileOptions, openFile } from './open-file.ts';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
export { columnLetter } from './structure/column-letter.ts';
export { isTotalLabel } from './structure/total-label.ts';
export { serialToIso } from './workbook/serial-date.ts';
