import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, immigration } from '../flow-measure.ts';

/** Immigrants by country of previous residence and sex. */
export const immigrantsByPreviousResidence = defineFlowMeasure({
  id: 'immigrants_by_previous_residence',
  title: 'Immigrants by country of previous residence and sex',
  definition:
    'Persons who took up residence in the country, by the country of residence recorded at the arrival, sex and year of arrival.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: immigrants by country of previous residence',
  counted: { name: 'immigrants', label: 'Immigrants' },
  where: immigration,
  by: [
    [
      { name: 'previous_residence', label: { en: 'Country of previous residence' }, classification: 'country' },
      'f.country_of_residence',
    ],
    [dimension.sex, 'f.sex'],
  ],
});
