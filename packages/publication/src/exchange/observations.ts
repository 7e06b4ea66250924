import { isSuppressed, type ReleasedTable } from '@leeto/disclosure';
import { TOTAL } from '../tables/code-labels.ts';
import { unitOf } from './code-lists.ts';
import { residenceRule } from './collect-code-lists.ts';
import type { MigrationAttribute } from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import type { Structures, TableStructure } from './structures.ts';
import { referencePeriodOf, type TimePeriod, timePeriodOf } from './time-period.ts';
import { intervalEnds, measureCode } from './value-columns.ts';

/** One figure in SDMX's terms. */
export interface Observation {
  /** A code for each dimension of the structure, in its order. */
  readonly key: readonly string[];
  /** null where suppressed or missing. */
  readonly value: number | null;
  /** '' where there is nothing to say. */
  readonly attributes: Readonly<Record<MigrationAttribute, string>>;
}

/** All figures of a table as observations: one a row and value column; the ends of an interval are attributes of its figure. */
export function observationsOf(
  table: ReleasedTable,
  structure: TableStructure,
  { write }: Structures,
  context: ExchangeContext,
): readonly Observation[] {
  const ends = intervalEnds(table);
  const rule = write('CL_RESIDENCE_RULE', residenceRule(table));
  const comment = commentOf(table);
  const periods = new Map<string, TimePeriod>();
  const timeColumn = structure.dimensions.at(-1)?.column ?? null;
  const periodOf = (key: readonly string[]): TimePeriod => {
    const code = timeColumn === null ? '' : (key[timeColumn] ?? TOTAL);
    // A table without a period of its own (completeness of records) tells how things stood on the day of the vintage.
    const referencePeriod = table.metadata.referencePeriod || context.edition.vintage;
    const period =
      periods.get(code) ??
      (timeColumn === null ? referencePeriodOf(referencePeriod) : timePeriodOf(code, referencePeriod));
    periods.set(code, period);
    return period;
  };
  return table.rows.flatMap((row) => {
    const period = periodOf(row.key);
    return table.values.flatMap((column, index): Observation[] => {
      if (ends.isEnd.has(index)) return [];
      const cell = row.cells[index];
      const key = structure.dimensions.map(({ id, codeList = '', column: at }) => {
        if (id === 'FREQ') return period.frequency;
        if (id === 'TIME_PERIOD') return period.period;
        if (id === 'MEASURE') return write(codeList, measureCode(column.name));
        if (at !== null) return write(codeList, row.key[at] ?? TOTAL);
        return write(codeList, id === 'REF_AREA' ? context.country.code : TOTAL);
      });
      const { low, high } = ends.of.get(index) ?? {};
      const unit = unitOf(column.unit);
      const confidentiality = cell?.confidentiality ?? 'F';
      const withheld = cell !== undefined && isSuppressed(cell);
      return [
        {
          key,
          value: cell?.value ?? null,
          attributes: {
            UNIT_MEASURE: write('CL_UNIT_MEASURE', unit.code),
            UNIT_MULT: unit.multiplier,
            OBS_STATUS: withheld ? 'Q' : statusOf(cell?.value ?? null, table),
            CONF_STATUS: confidentiality,
            RESIDENCE_RULE: rule,
            VINTAGE: context.edition.vintage,
            LOW95: withheld || low === undefined ? '' : numberText(row.cells[low]?.value),
            HIGH95: withheld || high === undefined ? '' : numberText(row.cells[high]?.value),
            COMMENT_OBS: withheld ? '' : comment,
          },
        },
      ];
    });
  });
}

export const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** A figure by an interim definition is provisional in SDMX's terms; the comment says what it waits for. */
function statusOf(value: number | null, { metadata }: ReleasedTable): string {
  if (value === null) return 'M';
  return metadata.status === 'final' ? 'A' : 'P';
}

function commentOf({ metadata }: ReleasedTable): string {
  if (metadata.status === 'final') return '';
  const why = metadata.notes[0]?.en ?? '';
  return metadata.status === 'interim' ? `Interim definition. ${why}`.trim() : why;
}
