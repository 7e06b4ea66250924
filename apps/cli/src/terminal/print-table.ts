/** Lays rows out in columns for a terminal: text to the left, numbers to the right. Returns the text, without a final newline. */
export function printTable(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) =>
    row.map((value) => (value === null ? '–' : typeof value === 'number' ? value.toLocaleString('en') : value)),
  );
  const widths = headers.map((header, column) =>
    Math.min(60, Math.max(width(header), ...cells.map((row) => width(row[column] ?? '')))),
  );
  const isNumber = headers.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number' || row[column] === null),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0, isNumber[column] ?? false))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((size) => '─'.repeat(size))), ...cells.map(line)].join('\n');
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, size: number, toTheRight: boolean): string {
  const short = width(text) > size ? `${[...text].slice(0, size - 1).join('')}…` : text;
  const fill = ' '.repeat(size - width(short));
  return toTheRight ? fill + short : short + fill;
}
