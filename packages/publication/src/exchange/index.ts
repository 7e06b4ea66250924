export { type ExchangeContext, ExchangeError, type ExchangeFile } from './exchange-context.ts';
export { type ExchangeForm, exchangeFiles, exchangeForms, formInWords } from './exchange-files.ts';
export { tableCsv } from './table-csv.ts';
