import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import type { ValueColumn } from '../table.ts';

function months(name: string, label: string): ValueColumn {
  return {
    name,
    label: { en: label },
    unit: 'months of earnings',
    kind: 'rate',
    of: 'workers',
    decimals: 1,
    additive: false,
  };
}

/** SDG indicator 10.7.1. */
export const recruitmentCosts = defineMeasure({
  id: 'recruitment_costs',
  title: { en: 'Recruitment costs borne by workers' },
  definition: {
    en: 'Costs that migrant workers paid to be recruited over the earnings of their first month abroad: median and mean over the workers interviewed, by country of work, sex and year of the interview.',
  },
  clause:
    'SDG indicator 10.7.1 (recruitment cost borne by the employee as a proportion of monthly income in the country of destination)',
  needs: ['recruitment_cost'],
  dimensions: [
    { name: 'destination', label: { en: 'Country of work' }, classification: 'country' },
    dimension.sex,
    dimension.year,
  ],
  values: [
    countOf('workers', 'Workers interviewed', 'persons'),
    months('median_months', 'Median cost'),
    months('mean_months', 'Mean cost'),
  ],
  basis: 'microdata',
  steps: [
    {
      name: 'facts',
      describe: 'Interviews of the period with earnings, each once.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(destination, '_U') as destination,
  coalesce(sex, '_U') as sex,
  strftime(interviewed_on, '%Y') as year,
  strftime(interviewed_on, '%Y-%m') as period,
  cost_paid / monthly_earnings as months
from recruitment_cost_rows
where cost_paid is not null and monthly_earnings > 0 and ${inPeriod('interviewed_on')}
qualify row_number() over (partition by coalesce(interview_number, record_id) order by record_id) = 1`,
    },
    ...cubeSteps({
      dimensions: ['destination', 'sex', 'year'],
      apart: ['year'],
      values: { workers: 'count(*)', median_months: 'median(months)', mean_months: 'avg(months)' },
    }),
  ],
  notes: [
    {
      en: 'Of the workers interviewed, without weights: the survey says for whom they stand. Interviews without earnings are left out.',
    },
  ],
  sensitivity: NORMAL,
});
