import { defineMeasure } from '../measure.ts';
import { NO_PERSON } from '../sensitivity.ts';

const deliveries = { unit: 'rows', kind: 'indicator', decimals: 0 } as const;

/** What became of the rows of each delivery: the first look at how good a source is. */
export const dataQuality = defineMeasure({
  id: 'data_quality',
  title: { en: 'Data quality by delivery' },
  definition: {
    en: 'Rows of each delivery: read, taken, unchanged, duplicate, refused, and left out as no record. Validity is the share of data rows not refused; the duplicate share is over the same rows. The lag is the days from the event to the receipt of the delivery (median; most for the latest nine in ten).',
  },
  clause: 'UN Fundamental Principles of Official Statistics; quality dimensions accuracy, timeliness (UN NQAF 2019)',
  needs: [
    'border_movement',
    'visa',
    'residence_permit',
    'work_permit',
    'refused_entry',
    'removal',
    'return_case',
    'asylum_case',
    'labour_certification',
  ],
  dimensions: [
    { name: 'register', label: { en: 'Register' } },
    { name: 'agency', label: { en: 'Agency' } },
    { name: 'delivery', label: { en: 'Delivery' } },
  ],
  values: [
    { name: 'read', label: { en: 'Rows read' }, ...deliveries },
    { name: 'taken', label: { en: 'Taken' }, ...deliveries },
    { name: 'unchanged', label: { en: 'Unchanged' }, ...deliveries },
    { name: 'duplicates', label: { en: 'Duplicates' }, ...deliveries },
    { name: 'refused', label: { en: 'Refused' }, ...deliveries },
    { name: 'left_out', label: { en: 'Left out as no record' }, ...deliveries },
    { name: 'validity', label: { en: 'Validity' }, unit: '%', kind: 'indicator', decimals: 1 },
    { name: 'duplicate_share', label: { en: 'Duplicate share' }, unit: '%', kind: 'indicator', decimals: 1 },
    { name: 'median_lag_days', label: { en: 'Median lag' }, unit: 'days', kind: 'indicator', decimals: 0 },
    { name: 'lag_days_90', label: { en: 'Lag of nine in ten' }, unit: 'days', kind: 'indicator', decimals: 0 },
  ],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'dated',
      describe: 'The records of each delivery with the day of the event.',
      sql: [
        ['border_movement', 'crossed_on'],
        ['visa', 'coalesce(decided_on, applied_on)'],
        ['residence_permit', 'coalesce(decided_on, valid_from)'],
        ['work_permit', 'coalesce(decided_on, valid_from)'],
        ['refused_entry', 'refused_on'],
        ['removal', 'removed_on'],
        ['return_case', 'returned_on'],
        ['asylum_case', 'applied_on'],
        ['labour_certification', 'decided_on'],
      ]
        .map(([register, day]) => `select record_id, delivery_id, ${day} as event_on from ${register}_rows`)
        .join('\nunion all\n'),
    },
    {
      name: 'lags',
      describe: 'Days from the event to the receipt of the delivery.',
      sql: `select
  r.delivery_id,
  quantile_cont(try_cast(left(d.received_at, 10) as date) - r.event_on, 0.5) as median_lag_days,
  quantile_cont(try_cast(left(d.received_at, 10) as date) - r.event_on, 0.9) as lag_days_90,
  max(strftime(r.event_on, '%Y-%m')) as last_month,
  min(strftime(r.event_on, '%Y-%m')) as first_month
from dated r
join delivery d on d.delivery_id = r.delivery_id
group by r.delivery_id`,
    },
    {
      name: 'facts',
      describe: 'The deliveries, with the months that they cover.',
      sql: `select
  d.delivery_id as record_id,
  d.delivery_id,
  ''::varchar as source_sheet,
  0::bigint as source_row,
  d.register,
  d.agency,
  d.delivery_id as delivery,
  unnest([l.first_month, l.last_month]) as period
from delivery d
left join lags l on l.delivery_id = d.delivery_id`,
    },
    {
      name: 'table_rows',
      describe: 'The counts of each delivery, and the shares made of them.',
      sql: `select
  d.register,
  d.agency,
  d.delivery_id as delivery,
  d.rows_read as read,
  d.rows_taken as taken,
  d.rows_unchanged as unchanged,
  d.rows_duplicate as duplicates,
  d.rows_refused as refused,
  d.rows_left_out as left_out,
  100.0 * (d.rows_read - d.rows_left_out - d.rows_refused) / nullif(d.rows_read - d.rows_left_out, 0) as validity,
  100.0 * d.rows_duplicate / nullif(d.rows_read - d.rows_left_out, 0) as duplicate_share,
  l.median_lag_days,
  l.lag_days_90
from delivery d
left join lags l on l.delivery_id = d.delivery_id`,
    },
  ],
  notes: [
    { en: 'Rows and files are counted, not persons. The lag is given for registers of events and persons only.' },
  ],
  sensitivity: NO_PERSON,
});
