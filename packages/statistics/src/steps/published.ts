import type { PipelineStep } from '@leeto/warehouse';
import type { MeasureParameter } from '../measure.ts';

/** The parameter of measures over published figures: 1 keeps every publisher's figures beside each other. */
export const allSources: MeasureParameter = {
  name: 'all_sources',
  describe: 'Keep the figures of every publisher (1) or of the preferred one (0).',
  default: 0,
};

export interface PublishedFacts {
  readonly register: string;
  /** Output column to SQL expression over the register's row `r`; must hold `period` and `value`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly where: string;
  /** Output columns within which the figures of one source must come from one release. */
  readonly slice: readonly string[];
  /** Output columns that, with the source, say which figure it is: two of them are never added up. */
  readonly cell: readonly string[];
  /** A series that is reissued whole in each edition: a year of an earlier edition that a later one passes over is dropped. */
  readonly isReissued?: boolean;
  /** SQL over `r` that puts one of two figures of one cell before the other, before the date of delivery. */
  readonly prefer?: string;
}

/** SQL that keeps the years of the wanted period. */
export const yearInPeriod = `($from is null or left(r.time_period, 4) >= left($from, 4))
  and ($to is null or left(r.time_period, 4) <= left($to, 4))`;

/**
 * Steps to `facts` over published aggregates. The publisher is the dimension `source`; of several releases of one publisher
 * the latest published gives the whole slice, and of two
 * deliveries of one release the one received last gives the figure. Figures of two publishers are never added up: a slice is
 * that of one of them, by the declared preference.
 */
export function publishedFacts({
  register,
  columns,
  where,
  slice,
  cell,
  isReissued = false,
  prefer,
}: PublishedFacts): readonly PipelineStep[] {
  const selected = Object.entries(columns).map(([name, expression]) => `${expression} as ${name}`);
  return [
    {
      name: 'candidates',
      describe: 'The published figures that speak of the country, with their publisher and date of publication.',
      sql: `select
  r.record_id,
  r.delivery_id,
  r.source_sheet,
  r.source_row,
  coalesce(d.agency, '_U') as source,
  coalesce(d.published_on, '') as published_on,
  coalesce(d.received_at, '') as received_at,
  ${selected.join(',\n  ')}
from ${register}_rows r
left join delivery d on d.delivery_id = r.delivery_id
where ${where}`,
    },
    ...(isReissued ? currentEditions(register) : []),
    {
      name: 'latest_release',
      describe: 'Of several releases of one publisher, the latest for each slice.',
      sql: `select *
from ${isReissued ? 'in_current_edition' : 'candidates'}
qualify rank() over (partition by source, ${slice.join(', ')} order by published_on desc) = 1`,
    },
    {
      name: 'publishers',
      describe: 'The publishers in order of preference: the longest series, then the latest release, then the name.',
      sql: `select source, row_number() over (order by count(distinct period) desc, max(published_on) desc, source) as preference
from latest_release
group by source`,
    },
    {
      name: 'preferred',
      describe: 'For each slice the preferred publisher of those who have it; all of them, where all were asked for.',
      sql: `select r.*
from latest_release r
join publishers p on p.source = r.source
qualify $all_sources <> 0 or rank() over (partition by ${slice.map((name) => `r.${name}`).join(', ')} order by p.preference) = 1`,
    },
    {
      name: 'facts',
      describe: 'Each figure once, as received last.',
      sql: `select *
from preferred
qualify row_number() over (partition by source, ${cell.join(', ')} order by ${prefer === undefined ? '' : `${prefer}, `}received_at desc, record_id) = 1`,
    },
  ];
}

/**
 * Steps from `candidates` to `in_current_edition`. An edition revises the whole series, so that a year which it passes over
 * cannot stand between its own: 2019 of one edition between 2015 and 2020 of the next would look like a fall and a rise. Two
 * deliveries are editions of one series where they share three years or more.
 */
function currentEditions(register: string): readonly PipelineStep[] {
  return [
    {
      name: 'edition_years',
      describe: 'The years that each delivery of a publisher speaks of, for whatever country.',
      sql: `select distinct
  coalesce(d.agency, '_U') as source,
  d.delivery_id,
  coalesce(d.published_on, '') as published_on,
  coalesce(d.received_at, '') as received_at,
  left(r.time_period, 4) as year,
  max(left(r.time_period, 4)) over (partition by d.delivery_id) as reach
from ${register}_rows r
join delivery d on d.delivery_id = r.delivery_id`,
    },
    {
      name: 'editions',
      describe:
        'Pairs of an earlier and a later edition of one series: the later reaches further in time, or came later.',
      sql: `select e.delivery_id as earlier, l.delivery_id as later
from edition_years e
join edition_years l
  on l.source = e.source and l.year = e.year and (l.reach, l.published_on, l.received_at) > (e.reach, e.published_on, e.received_at)
group by e.delivery_id, l.delivery_id
having count(*) >= 3`,
    },
    {
      name: 'passed_over',
      describe: 'Years of an earlier edition within the span of a later one, which does not have them.',
      sql: `select distinct e.delivery_id, e.year
from edition_years e
join editions p on p.earlier = e.delivery_id
join edition_years l on l.delivery_id = p.later
group by e.delivery_id, e.year, p.later
having min(l.year) < e.year and max(l.year) > e.year and not bool_or(l.year = e.year)`,
    },
    {
      name: 'in_current_edition',
      describe: 'The figures without those of a year that a later edition passes over.',
      sql: `select c.*
from candidates c
where not exists (select 1 from passed_over p where p.delivery_id = c.delivery_id and p.year = c.period)`,
    },
  ];
}

export interface PublishedTotals {
  readonly dimensions: readonly string[];
  /** Dimensions to complete with `_T`, in order. */
  readonly totals: readonly string[];
  /** Output value column to its SQL over the facts; a second total is the sum of it. */
  readonly value: string;
  /** Dimensions whose codes tell the same persons in different ways: the total is the figure of the first code there is. */
  readonly alternatives?: Readonly<Record<string, readonly string[]>>;
}

/** Steps from `facts` to the table: cells, then each missing `_T`. A total that was published is kept as it is. */
export function publishedTotals({
  dimensions,
  totals,
  value,
  alternatives = {},
}: PublishedTotals): readonly PipelineStep[] {
  const all = dimensions.join(', ');
  const steps: PipelineStep[] = [
    {
      name: 'cells',
      describe: 'The figures by the dimensions of the table.',
      sql: `select ${all}, sum(value) as ${value}\nfrom facts\ngroup by ${all}`,
    },
  ];
  let from = 'cells';
  for (const dimension of totals) {
    const others = dimensions.filter((name) => name !== dimension);
    const name = `with_total_of_${dimension}`;
    const same = others.map((other) => ` and t.${other} = x.${other}`).join('');
    const codes = dimensions.map((column) => (column === dimension ? `'_T' as ${column}` : `x.${column}`));
    // A sum over one sex alone is no total of both.
    const having = dimension === 'sex' ? '\nhaving count(distinct x.sex) = 2' : '';
    const order = alternatives[dimension]?.map((code) => `'${code}'`).join(', ');
    const total =
      order === undefined ? `sum(x.${value})` : `arg_min(x.${value}, list_position([${order}], x.${dimension}))`;
    steps.push({
      name,
      describe: `Totals over ${dimension} where the publisher gave none: ${order === undefined ? 'the sum of the parts' : 'the figure of the first there is'}.`,
      sql: `select ${all}, ${value}
from ${from}
union all
select ${codes.join(', ')}, ${total}
from ${from} x
where x.${dimension} <> '_T'
  and not exists (select 1 from ${from} t where t.${dimension} = '_T'${same})
group by ${others.map((other) => `x.${other}`).join(', ')}${having}`,
    });
    from = name;
  }
  return steps;
}

/** Ways to tell who is a migrant, in the order in which one stands for all: persons are not added up over them. */
export const stockBases: readonly string[] = ['foreign_born', 'foreign_citizens', 'mixed', 'not_stated'];
