import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, emigration } from '../flow-measure.ts';
import { ageGroup } from '../steps/residence-flows.ts';

/** Emigrants by citizenship, sex and age. */
export const emigrantsByCitizenship = defineFlowMeasure({
  id: 'emigrants_by_citizenship',
  title: 'Emigrants by citizenship, sex and age',
  definition: 'Residents who took up residence abroad, by citizenship, sex, five-year age group and year of departure.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: emigrants by sex, age and country of citizenship',
  counted: { name: 'emigrants', label: 'Emigrants' },
  where: emigration,
  by: [
    [dimension.citizenship, 'f.citizenship'],
    [dimension.sex, 'f.sex'],
    [dimension.ageGroup, ageGroup('f.age')],
  ],
});
