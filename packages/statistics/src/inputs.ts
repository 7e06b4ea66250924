import type { PipelineStep } from '@leeto/warehouse';
import { interimScoring } from './reintegration/score-configuration.ts';

const person = {
  sex: 'varchar',
  date_of_birth: 'varchar',
  surname: 'varchar',
  given_names: 'varchar',
  nationality: 'varchar',
  document_number: 'varchar',
  document_issuing_state: 'varchar',
} as const;
const permit = {
  ...person,
  permit_number: 'varchar',
  permit_type: 'varchar',
  applied_on: 'date',
  decided_on: 'date',
  decision: 'varchar',
  valid_from: 'date',
  valid_until: 'date',
  is_renewal: 'boolean',
  district: 'varchar',
} as const;
const published = { time_period: 'varchar', obs_value: 'double', obs_status: 'varchar' } as const;

/**
 * The columns that measures read of each register, with the type they need. Whatever a snapshot stores (typed columns, or
 * canonical text), measures see these; a column that a snapshot lacks is null throughout, a register that it lacks is empty.
 */
export const inputColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  border_movement: {
    ...person,
    source_record_id: 'varchar',
    port: 'varchar',
    direction: 'varchar',
    crossed_on: 'date',
    crossed_at: 'timestamp',
    mode: 'varchar',
    document_type: 'varchar',
    purpose: 'varchar',
    intended_days: 'integer',
    country_of_birth: 'varchar',
    country_of_residence: 'varchar',
    previous_next_country: 'varchar',
    permit_number: 'varchar',
    permit_type: 'varchar',
    authorised_until: 'date',
    decision: 'varchar',
    refusal_ground: 'varchar',
    capture_source: 'varchar',
    offline_batch_id: 'varchar',
    corrects: 'varchar',
  },
  visa: {
    ...person,
    visa_number: 'varchar',
    visa_type: 'varchar',
    purpose: 'varchar',
    applied_on: 'date',
    decided_on: 'date',
    decision: 'varchar',
    valid_from: 'date',
    valid_until: 'date',
    granted_days: 'integer',
  },
  residence_permit: permit,
  work_permit: { ...permit, occupation: 'varchar', industry: 'varchar' },
  labour_certification: {
    case_number: 'varchar',
    programme: 'varchar',
    decision: 'varchar',
    received_on: 'date',
    decided_on: 'date',
    workers_requested: 'bigint',
    workers_certified: 'bigint',
  },
  asylum_case: {
    ...person,
    persons_in_case: 'integer',
    applied_on: 'date',
    status: 'varchar',
    decision: 'varchar',
    decided_on: 'date',
    ended_on: 'date',
  },
  refused_entry: { ...person, port: 'varchar', refused_on: 'date', mode: 'varchar', refusal_ground: 'varchar' },
  removal: { ...person, removed_on: 'date', removal_ground: 'varchar', destination: 'varchar', port: 'varchar' },
  return_case: {
    ...person,
    returned_on: 'date',
    returned_from: 'varchar',
    return_type: 'varchar',
    district: 'varchar',
  },
  naturalisation: { ...person, granted_on: 'date', naturalisation_ground: 'varchar', district: 'varchar' },
  recruitment_cost: {
    interview_number: 'varchar',
    interviewed_on: 'date',
    destination: 'varchar',
    sex: 'varchar',
    cost_paid: 'double',
    monthly_earnings: 'double',
  },
  reintegration_interview: {
    interview_number: 'varchar',
    case_number: 'varchar',
    interviewed_on: 'date',
    sex: 'varchar',
    return_type: 'varchar',
    ...Object.fromEntries(interimScoring.questions.map(({ question }) => [question, 'varchar'])),
  },
  policy_answer: { reference_area: 'varchar', subcategory: 'varchar', time_period: 'varchar', answer: 'varchar' },
  remittance_price: {
    collected_on: 'date',
    sender: 'varchar',
    receiver: 'varchar',
    amount_sent: 'double',
    fee: 'double',
    exchange_margin: 'double',
  },
  internal_migration: {
    ...published,
    reference_area: 'varchar',
    migration_interval: 'varchar',
    from_district: 'varchar',
    to_district: 'varchar',
    sex: 'varchar',
  },
  trafficking_detection: {
    ...published,
    reference_area: 'varchar',
    exploitation: 'varchar',
    sex: 'varchar',
    age_group: 'varchar',
  },
  migrant_stock: { ...published, reference_area: 'varchar', origin: 'varchar', sex: 'varchar', basis: 'varchar' },
  remittance_flow: { ...published, sender: 'varchar', receiver: 'varchar' },
  population_count: {
    ...published,
    reference_area: 'varchar',
    district: 'varchar',
    sex: 'varchar',
    age_group: 'varchar',
  },
  refugee_population: { ...published, asylum_country: 'varchar', origin: 'varchar', population_type: 'varchar' },
  asylum_statistic: {
    ...published,
    asylum_country: 'varchar',
    origin: 'varchar',
    indicator: 'varchar',
    procedure_type: 'varchar',
    decision_level: 'varchar',
    application_type: 'varchar',
    counted_unit: 'varchar',
  },
  migration_death: {
    incident_id: 'varchar',
    occurred_on: 'varchar',
    incident_region: 'varchar',
    incident_country: 'varchar',
    origin_region: 'varchar',
    origin_country: 'varchar',
    dead: 'bigint',
    missing: 'bigint',
    dead_and_missing: 'bigint',
    cause: 'varchar',
  },
  indicator_series: {
    ...published,
    reference_area: 'varchar',
    indicator: 'varchar',
    partner: 'varchar',
    unit: 'varchar',
  },
};

/**
 * The step `<register>_rows`: the columns above, typed, with the record's id, delivery, sheet and row. `present` are the columns that
 * the snapshot's view has; none where it has no such view.
 */
export function inputStep(register: string, present: ReadonlySet<string>): PipelineStep {
  const columns = inputColumns[register];
  if (columns === undefined) throw new Error(`No measure knows the register ${register}.`);
  const wanted = {
    record_id: 'varchar',
    delivery_id: 'varchar',
    source_sheet: 'varchar',
    source_row: 'bigint',
    ...columns,
  };
  const selected = Object.entries(wanted).map(([name, type]) =>
    present.has(name) ? `try_cast(${name} as ${type}) as ${name}` : `null::${type} as ${name}`,
  );
  const source = present.size === 0 ? 'where false' : `from ${register}`;
  return {
    name: `${register}_rows`,
    describe: `The records of ${register} in the snapshot, with the columns that measures read.`,
    sql: `select\n  ${selected.join(',\n  ')}\n${source}`,
  };
}
