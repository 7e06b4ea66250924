import type { ReleasedTable } from '@leeto/disclosure';
import { TOTAL } from '../tables/code-labels.ts';
import { csvText } from './csv-text.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { fileColumns, fileRow } from './table-csv.ts';
import { referencePeriodOf, type TimePeriod, timePeriodOf } from './time-period.ts';

/** Hashtags of dimensions (HXL 1.1: core hashtags and attributes), by name of the dimension; others are `#meta`. */
const tags: Readonly<Record<string, string>> = {
  reference_area: '#country+code+v_iso3+reference',
  citizenship: '#country+code+v_iso3+citizenship',
  country_of_birth: '#country+code+v_iso3+birth',
  origin: '#country+code+v_iso3+origin',
  previous_residence: '#country+code+v_iso3+origin',
  next_residence: '#country+code+v_iso3+destination',
  returned_from: '#country+code+v_iso3+origin',
  district: '#adm1+code',
  port: '#loc+code+port',
  sex: '#group+sex',
  age: '#group+age',
  age_group: '#group+age',
  purpose: '#cause+purpose',
  reason: '#cause+reason',
  cause: '#cause+code',
  status: '#status+code',
  direction: '#event+direction',
  source: '#meta+source',
  indicator: '#indicator+code',
};

/**
 * A table as HXL: a row of hashtags under the header. A period stands as its first and last day, because `#date` wants dates
 * and a total over time is none; the code of the period stands beside them.
 */
export function hxlCsv(table: ReleasedTable, context: ExchangeContext): string {
  const time = table.dimensions.findIndex(({ isTime }) => isTime === true);
  const columns = fileColumns(table);
  const days = ['period_start', 'period_end'];
  const header = ['country', ...days, ...columns.map(({ name }) => name)];
  const hashtags = [
    '#country+code+v_iso3',
    '#date+occurred+start',
    '#date+occurred+end',
    ...columns.map(({ kind, name, index }) => {
      if (kind === 'dimension')
        return index === time ? '#meta+period+code' : (tags[name] ?? `#meta+${attribute(name)}+code`);
      const value = table.values[index];
      const column = attribute(value?.name ?? name);
      if (kind === 'confidentiality') return `#meta+conf_status+${column}`;
      const subject = value?.unit === 'persons' ? '#affected+migrants' : '#indicator+value';
      return `${subject}+num+${column}`;
    }),
  ];
  const lines = table.rows.map((row) => {
    const { from, until } = periodOf(table, time === -1 ? null : (row.key[time] ?? TOTAL), context.edition.vintage);
    return [context.country.code, from, until, ...fileRow(table, row)];
  });
  return csvText([header, hashtags, ...lines]);
}

function periodOf({ metadata }: ReleasedTable, code: string | null, vintage: string): TimePeriod {
  const whole = metadata.referencePeriod || vintage;
  return code === null ? referencePeriodOf(whole) : timePeriodOf(code, whole);
}

const attribute = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
