import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { TableContent } from '../document/table-content.ts';
import { capitalise } from '../phrases/join-words.ts';
import type { Reading } from '../profile/read-measure.ts';
import type { Labeller } from './code-labels.ts';
import { findDimension, sliceTable } from './slice-table.ts';
import { numberCell } from './table-content-of.ts';

/** Most periods shown, the last ones. */
const mostPeriods = 12;

/** One value by period: the smallest table there is. No rows where the measure has no time. */
export function periodContent(table: ReleasedTable, reading: Reading, labeller: Labeller): TableContent {
  const { value, time, held } = reading;
  const dimension = findDimension(table, time);
  if (!dimension) return { columns: [], rows: [], remark: '' };
  const cells = new Map(
    sliceTable(table, { by: [time], where: held, value: value.name }).map((cell) => [cell.codes[0], cell]),
  );
  return {
    columns: [
      { label: inLanguage(dimension.label, labeller.language), unit: '', kind: 'label', decimals: 0 },
      {
        label: held.unit === undefined ? inLanguage(value.label, labeller.language) : capitalise(held.unit),
        unit: value.unit,
        kind: 'number',
        decimals: value.decimals,
      },
    ],
    rows: reading.periods.slice(-mostPeriods).map((period) => {
      const cell = cells.get(period);
      return {
        isTotal: false,
        cells: [
          { kind: 'text', text: labeller.label(dimension, period), sortKey: period },
          numberCell(cell?.value ?? null, cell?.isWithheld ?? false, value.decimals),
        ],
      };
    }),
    remark: '',
  };
}
