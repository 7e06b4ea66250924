import { dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { yearInPeriod } from '../steps/published.ts';

/** SDG indicator 10.7.2: how far policies facilitate orderly, safe, regular and responsible migration. */
export const migrationPolicyScore = defineMeasure({
  id: 'migration_policy_score',
  title: { en: 'Migration policies: score by domain' },
  definition: {
    en: 'Per cent of the policies of a domain, and of all six domains, that are in place; and the level: 1 requires further progress, 2 partially meets, 3 meets, 4 fully meets. From the answers of the government to the Inquiry.',
  },
  clause:
    'SDG indicator 10.7.2 (SG_CPA_MIGRS): sum of the scores of five sub-categories over five; overall over thirty',
  needs: ['policy_answer'],
  dimensions: [{ name: 'domain', label: { en: 'Domain' }, classification: 'policy_subcategory' }, dimension.timePeriod],
  values: [
    { name: 'score', label: { en: 'Score' }, unit: '%', kind: 'indicator', decimals: 1, additive: false },
    { name: 'level', label: { en: 'Level' }, unit: 'level 1–4', kind: 'indicator', decimals: 0, additive: false },
    { name: 'answered', label: { en: 'Sub-categories answered' }, unit: 'answers', kind: 'indicator', decimals: 0 },
  ],
  basis: 'published',
  status: 'interim',
  steps: [
    {
      name: 'facts',
      describe: 'The answers of the government, each sub-category once a year as received last, with its score.',
      sql: `select
  r.record_id,
  r.delivery_id,
  r.source_sheet,
  r.source_row,
  'PD_' || left(r.subcategory, 1) as domain,
  r.subcategory,
  left(r.time_period, 4) as time_period,
  left(r.time_period, 4) as period,
  case
    when r.answer in ('yes', 'regardless') then 1.0
    when r.answer = 'legal_status' and left(r.subcategory, 1) = '1' then 0.5
    when r.answer = 'no' then 0.0
  end as score
from policy_answer_rows r
left join delivery d on d.delivery_id = r.delivery_id
where r.reference_area = $country
  and regexp_full_match(r.subcategory, '[1-6][a-e]')
  and ${yearInPeriod}
qualify row_number() over (
  partition by r.subcategory, left(r.time_period, 4)
  order by d.received_at desc, r.record_id
) = 1`,
    },
    {
      name: 'scored',
      describe: 'Score of each domain and of all; none where a sub-category was not answered.',
      sql: `select
  coalesce(domain, '_T') as domain,
  time_period,
  count(score) as answered,
  case when count(score) = case when domain is null then 30 else 5 end
    then 100.0 * sum(score) / count(score) end as score
from facts
group by grouping sets ((domain, time_period), (time_period))`,
    },
    {
      name: 'table_rows',
      describe: 'Score and level.',
      sql: `select
  domain,
  time_period,
  score,
  case when score < 40 then 1 when score < 80 then 2 when score < 100 then 3 when score >= 100 then 4 end as level,
  answered
from scored`,
    },
  ],
  notes: [
    {
      en: 'A domain with an unanswered sub-category has no score, and the total has none unless all thirty are answered.',
    },
    {
      en: 'Interim: the thirty sub-categories and the cut-offs of the levels (40, 80, 100) are taken from the metadata as known; they wait to be checked against the Inquiry of the year.',
    },
  ],
  sensitivity: NO_PERSON,
});
