import { closeSync, openSync, writeSync } from 'node:fs';

/** A CSV file under way. Null is an empty value; a row is text or null for each column of the head. */
export interface CsvFile {
  readonly row: (values: readonly (string | null)[]) => void;
  readonly end: () => void;
}

const enough = 1 << 20;

/** Opens a CSV file. Writing waits for the disk, so that sixteen million rows never gather in memory. */
export function makeCsvFile(path: string, columns: readonly string[]): CsvFile {
  const file = openSync(path, 'w');
  let text = `${columns.join(',')}\n`;
  const write = (): void => {
    if (text !== '') writeSync(file, text);
    text = '';
  };
  return {
    row: (values) => {
      let line = '';
      for (let i = 0; i < values.length; i += 1) line += (i === 0 ? '' : ',') + csvText(values[i] ?? '');
      text += `${line}\n`;
      if (text.length >= enough) write();
    },
    end: () => {
      write();
      closeSync(file);
    },
  };
}

const needsQuotes = /[",\r\n]/;

function csvText(value: string): string {
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
