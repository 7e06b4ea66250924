import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, emigration } from '../flow-measure.ts';

/** Emigrants by country of next residence and sex. */
export const emigrantsByNextResidence = defineFlowMeasure({
  id: 'emigrants_by_next_residence',
  title: 'Emigrants by country of next residence and sex',
  definition:
    'Residents who took up residence abroad, by the country that they said at the departure they were going to, sex and year of departure.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: emigrants by country of next residence',
  counted: { name: 'emigrants', label: 'Emigrants' },
  where: emigration,
  by: [
    [
      { name: 'next_residence', label: { en: 'Country of next residence' }, classification: 'country' },
      'f.previous_next_country',
    ],
    [dimension.sex, 'f.sex'],
  ],
  notes: [
    'The country stated at the border is the next one on the way; at a land border it is the neighbour more often than where people settle.',
  ],
});
