import type { MeasureStep } from '../measure.ts';
import { inPeriod } from './crossings.ts';
import { travellerKey } from './travellers.ts';

interface PermitFacts {
  readonly register: string;
  /** Number of the permit or visa, as printed on it. */
  readonly number: string;
  /** Output column to SQL over the register's row `p`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly where: string;
}

function factsOf({ register, number, columns, where }: PermitFacts): MeasureStep {
  const coded = Object.entries(columns).map(([name, expression]) => `coalesce(${expression}, '_U') as ${name}`);
  const day = 'coalesce(p.decided_on, p.valid_from, p.applied_on)';
  return {
    name: 'facts',
    describe:
      'The records of the period, dated by the decision; where it is not dated, by validity, then by application. One number with one decision of one day is one permit, however often it was entered.',
    sql: `select
  p.record_id,
  p.delivery_id,
  p.source_sheet,
  p.source_row,
  ${travellerKey('p')} as traveller,
  coalesce(p.nationality, '_U') as citizenship,
  coalesce(p.sex, '_U') as sex,
  ${coded.join(',\n  ')},
  coalesce(strftime(${day}, '%Y'), '_U') as year,
  strftime(${day}, '%Y-%m') as period
from ${register} p
where ${where}
  and ${inPeriod(day)}
qualify row_number() over (
  partition by coalesce(p.${number}, p.record_id)${'permit_category' in columns ? ', p.permit_category' : ''}, p.decision, ${day}
  order by p.record_id
) = 1`,
  };
}

// Registers of permits hold those issued, so that a record without a decision is taken as granted.
const isGranted = "coalesce(p.decision, 'granted') = 'granted'";
const issueKind = "case p.is_renewal when true then 'renewal' when false then 'first' end";

/** The step `facts` with one row a residence permit granted. */
export const residencePermitFacts: readonly MeasureStep[] = [
  factsOf({
    register: 'residence_permit_rows',
    number: 'permit_number',
    columns: { permit_type: 'p.permit_type' },
    where: isGranted,
  }),
];

/** The step `facts` with one row a work permit granted. The first digit of an ISCO-08 code is its major group. */
export const workPermitFacts: readonly MeasureStep[] = [
  factsOf({
    register: 'work_permit_rows',
    number: 'permit_number',
    columns: { permit_type: 'p.permit_type', occupation: 'left(p.occupation, 1)', industry: 'p.industry' },
    where: isGranted,
  }),
];

/** The step `facts` with one row a visa application. */
export const visaFacts: readonly MeasureStep[] = [
  factsOf({
    register: 'visa_rows',
    number: 'visa_number',
    columns: { visa_type: 'p.visa_type', decision: 'p.decision' },
    where: 'true',
  }),
];

const permitColumns =
  'record_id, delivery_id, source_sheet, source_row, permit_number, document_number, document_issuing_state, nationality, surname, ' +
  'given_names, date_of_birth, sex, decision, decided_on, valid_from, applied_on, is_renewal';

/** Steps to `facts` with one row a residence or work permit granted. */
export const permitFacts: readonly MeasureStep[] = [
  {
    name: 'permits',
    describe: 'Residence and work permits together.',
    sql: `select 'residence' as permit_category, ${permitColumns} from residence_permit_rows
union all
select 'work' as permit_category, ${permitColumns} from work_permit_rows`,
  },
  factsOf({
    register: 'permits',
    number: 'permit_number',
    columns: { permit_category: 'p.permit_category', issue_kind: issueKind },
    where: isGranted,
  }),
];
