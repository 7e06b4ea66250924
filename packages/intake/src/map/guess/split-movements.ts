import type { RecordDeclaration } from '@leeto/registers';
import { headerForm } from '../header-form.ts';
import type { FieldMapping, RecordMapping } from '../mapping.ts';
import { decideDateOrder } from './date-order.ts';
import type { TableSample } from './sample-table.ts';

const arrivals = /\b(arriv\w*|entry|entered|date in|in date|arrdate)\b/;
const departures = /\b(depart\w*|exit|exited|left|date out|out date|depdate)\b/;

/**
 * A row with a date of arrival and a date of departure is two movements. Null where the table is no such table or says the
 * direction in a column.
 */
export function splitMovements(
  declaration: RecordDeclaration,
  fields: Readonly<Record<string, FieldMapping>>,
  sample: TableSample,
): readonly RecordMapping[] | null {
  if (declaration.shape !== 'movement_log' || !('direction' in { direction: 1, ...fields })) return null;
  const direction = fields.direction;
  if (direction && !('constant' in direction.from)) return null;
  const dateColumn = (pattern: RegExp) =>
    sample.columns.find((each) => {
      const form = headerForm(each.column.header);
      return (
        pattern.test(form) && !/\b(time|country|port|post)\b/.test(form) && decideDateOrder(each.values, 2100) !== null
      );
    });
  const arrival = dateColumn(arrivals);
  const departure = dateColumn(departures);
  if (!arrival || !departure || arrival === departure) return null;
  const via = fields.crossed_on?.via;
  const record = (label: 'arrival' | 'departure', header: string): RecordMapping => ({
    label,
    when: { of: { column: header }, isBlank: false },
    fields: {
      ...fields,
      direction: { from: { constant: label } },
      crossed_on: { from: { column: header }, ...(via ? { via } : {}) },
    },
  });
  return [record('arrival', arrival.column.header), record('departure', departure.column.header)];
}
