import { inputColumns } from '../inputs.ts';
import { defineMeasure } from '../measure.ts';
import { NO_PERSON } from '../sensitivity.ts';

const registers = [
  'border_movement',
  'visa',
  'residence_permit',
  'work_permit',
  'refused_entry',
  'removal',
  'return_case',
  'asylum_case',
  'labour_certification',
] as const;

function completenessOf(register: string): string {
  const fields = Object.keys(inputColumns[register] ?? {});
  // One pass over the register counts every field; the counts are then turned into a row a field.
  const counted = fields.map((field) => `count(r.${field}) as ${field}`);
  return `select '${register}' as register, agency, field, records, stated
from (
  select coalesce(d.agency, '_U') as agency, count(*) as records, ${counted.join(', ')}
  from ${register}_rows r
  left join delivery d on d.delivery_id = r.delivery_id
  group by all
)
unpivot (stated for field in (${fields.join(', ')}))`;
}

/** How often each field holds a value, by register and agency. */
export const dataCompleteness = defineMeasure({
  id: 'data_completeness',
  title: { en: 'Completeness by field' },
  definition: {
    en: 'Share of records in which a field holds a value, by register, agency and field, for the fields that measures read.',
  },
  clause: 'UN National Quality Assurance Frameworks Manual (2019), accuracy and completeness',
  needs: registers,
  dimensions: [
    { name: 'register', label: { en: 'Register' } },
    { name: 'agency', label: { en: 'Agency' } },
    { name: 'field', label: { en: 'Field' } },
  ],
  values: [
    { name: 'records', label: { en: 'Records' }, unit: 'records', kind: 'indicator', decimals: 0 },
    {
      name: 'stated',
      label: { en: 'Records with a value' },
      unit: 'records',
      kind: 'indicator',
      decimals: 0,
    },
    { name: 'completeness', label: { en: 'Completeness' }, unit: '%', kind: 'indicator', decimals: 1 },
  ],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe: 'Which deliveries hold records of these registers.',
      sql: `select
  delivery_id as record_id,
  delivery_id,
  ''::varchar as source_sheet,
  0::bigint as source_row,
  register,
  coalesce(agency, '_U') as agency,
  null::varchar as period
from delivery
where register in (${registers.map((register) => `'${register}'`).join(', ')})`,
    },
    {
      name: 'counted',
      describe: 'Records and stated values by register, agency and field.',
      sql: registers.map(completenessOf).join('\nunion all\n'),
    },
    {
      name: 'table_rows',
      describe: 'The share of records with a value.',
      sql: `select register, agency, field, records, stated, 100.0 * stated / nullif(records, 0) as completeness
from counted`,
    },
  ],
  notes: [{ en: 'A field that does not apply to a record (a permit number of a citizen) counts as not stated.' }],
  sensitivity: NO_PERSON,
});
