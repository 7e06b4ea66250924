import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { finalYears, residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { momentSteps } from '../steps/month-ends.ts';
import { ageGroup, residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

/** Residents among those who have ever crossed, by citizenship, birth, sex and age. */
export const residentPopulation = defineMeasure({
  id: 'resident_population',
  title: { en: 'Residents who have crossed the border, by citizenship and country of birth' },
  definition: {
    en: 'Persons seen at the border at least once whose residence, by their last crossing until the end of the year, was in the country: by citizenship, country of birth, sex and five-year age group. Those who never crossed are not in it.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, core tabulations of stock: foreign citizens by citizenship, foreign-born by country of birth, by sex and age',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [
    dimension.citizenship,
    { name: 'country_of_birth', label: { en: 'Country of birth' }, classification: 'country' },
    dimension.sex,
    dimension.ageGroup,
    dimension.year,
  ],
  values: [countOf('residents', 'Residents', 'persons')],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    ...momentSteps('year'),
    {
      name: 'facts',
      describe: 'Persons who lived in the country on the last day of the year, by their last crossing until then.',
      sql: `select
  l.record_id,
  l.delivery_id,
  l.source_sheet,
  l.source_row,
  l.citizenship,
  l.country_of_birth,
  l.sex,
  ${ageGroup('(l.age + year(l.day) - year(l.crossed_on))')} as age_group,
  strftime(l.day, '%Y') as year,
  strftime(l.day, '%Y') as period
from last_crossings l
where l.status_after = 'resident' and l.day + $window::integer < (select max(crossed_on) + 1 from residence_flows)
  and l.day >= (select min(crossed_on) from residence_flows) + $threshold::integer`,
    },
    ...cubeSteps({
      dimensions: ['citizenship', 'country_of_birth', 'sex', 'age_group', 'year'],
      groupings: [
        ['year'],
        ['citizenship', 'year'],
        ['country_of_birth', 'year'],
        ['citizenship', 'sex', 'year'],
        ['country_of_birth', 'sex', 'year'],
        ['sex', 'year'],
        ['age_group', 'year'],
        ['sex', 'age_group', 'year'],
      ],
      values: { residents: 'count(*)' },
    }),
  ],
  notes: [...residenceNotes, finalYears, { en: 'Whose status is still open is in no figure of the year.' }],
  sensitivity: NORMAL,
});
