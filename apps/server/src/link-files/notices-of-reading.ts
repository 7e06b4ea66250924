import type { Finding } from '@leeto/intake';
import type { LinkFile } from './open-link-files.ts';

/** Of one sort, so many are told with their place. */
const TOLD = 3;

/**
 * What the reader of a file found that may cost records or cells: rows too long or too short, a last row cut off, two columns of one name.
 * To be asked once all rows were read.
 */
export function noticesOfReading({ source, opened, table }: LinkFile): readonly string[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of [...opened.findings, ...table.findings]) {
    if (finding.severity === 'info') continue;
    const own = byCode.get(finding.code);
    if (own === undefined) byCode.set(finding.code, [finding]);
    else own.push(finding);
  }
  const found = [...byCode.values()].flatMap((same) => [
    ...same.slice(0, TOLD).map(({ where, message }) => `${source}${where === '' ? '' : `, ${where}`}: ${message}`),
    ...(same.length > TOLD ? [`${source}: ${(same.length - TOLD).toLocaleString('en')} more such rows.`] : []),
  ]);
  const cutOff = new Set(table.findings.map(({ where }) => where));
  const leftOut = (table.leftOut ?? []).filter(({ row }) => !cutOff.has(`line ${row}`));
  const reasons = new Map<string, number[]>();
  for (const { row, reason } of leftOut) reasons.set(reason, [...(reasons.get(reason) ?? []), row]);
  return [
    ...found,
    ...[...reasons].map(
      ([reason, rows]) =>
        `${source}: ${rows.length === 1 ? 'a row was' : `${rows.length.toLocaleString('en')} rows were`} left out (${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' …' : ''}): ${reason}`,
    ),
  ];
}
