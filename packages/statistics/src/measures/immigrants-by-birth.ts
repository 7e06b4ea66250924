import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, immigration } from '../flow-measure.ts';
import { ageGroup } from '../steps/residence-flows.ts';

/** Immigrants by country of birth, sex and age. */
export const immigrantsByBirth = defineFlowMeasure({
  id: 'immigrants_by_birth',
  title: 'Immigrants by country of birth, sex and age',
  definition:
    'Persons who took up residence in the country, by country of birth, sex, five-year age group and year of arrival.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: immigrants by sex, age and country of birth',
  counted: { name: 'immigrants', label: 'Immigrants' },
  where: immigration,
  by: [
    [{ name: 'country_of_birth', label: { en: 'Country of birth' }, classification: 'country' }, 'f.country_of_birth'],
    [dimension.sex, 'f.sex'],
    [dimension.ageGroup, ageGroup('f.age')],
  ],
});
