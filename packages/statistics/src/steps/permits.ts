import type { PipelineStep } from '@leeto/warehouse';
import { inPeriod } from './crossings.ts';
import { travellerKey } from './travellers.ts';

function issued(register: string, category: string, type: string, renewal: string, work: boolean): string {
  return `select
  p.record_id,
  p.delivery_id,
  p.source_sheet,
  p.source_row,
  ${travellerKey('p')} as traveller,
  '${category}' as permit_category,
  coalesce(p.${type}, '_U') as permit_type,
  coalesce(p.nationality, '_U') as citizenship,
  coalesce(p.sex, '_U') as sex,
  ${renewal} as issue_kind,
  ${work ? "coalesce(left(p.occupation, 1), '_U')" : "'_U'"} as occupation_group,
  ${work ? "coalesce(p.industry, '_U')" : "'_U'"} as industry,
  coalesce(p.decided_on, p.valid_from, p.applied_on) as issued_on
from ${register}_rows p
where coalesce(p.decision, 'granted') = 'granted'`;
}

const renewal = "case p.is_renewal when true then 'renewal' when false then 'first' else '_U' end";

function factsFrom(from: string): PipelineStep {
  return {
    name: 'facts',
    describe: 'Permits issued in the period, by year of the decision (of validity, where the decision is not dated).',
    sql: `select
  *,
  coalesce(strftime(issued_on, '%Y'), '_U') as year,
  strftime(issued_on, '%Y-%m') as period
from ${from}
where ${inPeriod('issued_on')}`,
  };
}

/** Steps to `facts` with one row a permit granted: residence permits, work permits, visas. */
export const permitFacts: readonly PipelineStep[] = [
  {
    name: 'issued',
    describe:
      'Permits granted; a record without a decision is taken as granted, since registers of permits hold those issued.',
    sql: [
      issued('residence_permit', 'residence', 'permit_type', renewal, false),
      issued('work_permit', 'work', 'permit_type', renewal, true),
      issued('visa', 'visa', 'visa_type', "'_U'", false),
    ].join('\nunion all\n'),
  },
  factsFrom('issued'),
];

/** Steps to `facts` with one row a work permit granted. */
export const workPermitFacts: readonly PipelineStep[] = [
  {
    name: 'issued',
    describe: 'Work permits granted, with the major group of the occupation.',
    sql: issued('work_permit', 'work', 'permit_type', renewal, true),
  },
  factsFrom('issued'),
];
