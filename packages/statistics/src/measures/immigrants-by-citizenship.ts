import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, immigration } from '../flow-measure.ts';
import { ageGroup } from '../steps/residence-flows.ts';

/** Immigrants by citizenship, sex and age. */
export const immigrantsByCitizenship = defineFlowMeasure({
  id: 'immigrants_by_citizenship',
  title: 'Immigrants by citizenship, sex and age',
  definition:
    'Persons who took up residence in the country, by citizenship, sex, five-year age group and year of arrival.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: immigrants by sex, age and country of citizenship',
  counted: { name: 'immigrants', label: 'Immigrants' },
  where: immigration,
  by: [
    [dimension.citizenship, 'f.citizenship'],
    [dimension.sex, 'f.sex'],
    [dimension.ageGroup, ageGroup('f.age')],
  ],
});
