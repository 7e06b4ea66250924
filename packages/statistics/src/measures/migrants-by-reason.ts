import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, emigration, immigration } from '../flow-measure.ts';

/** Immigrants and emigrants by reason. */
export const migrantsByReason = defineFlowMeasure({
  id: 'migrants_by_reason',
  title: 'Immigrants and emigrants by reason',
  definition:
    'Persons who changed their country of residence, by direction, purpose recorded at the crossing, citizens or foreigners, sex and year.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: flows by reason and sex, citizens and foreigners',
  counted: { name: 'migrants', label: 'Migrants' },
  where: `((${immigration}) or (${emigration}))`,
  by: [
    [dimension.direction, 'f.direction'],
    [dimension.purpose, 'f.purpose'],
    [
      { name: 'citizens', label: { en: 'Citizens or foreigners' } },
      "case f.citizenship when $country then 'citizens' when '_U' then '_U' else 'foreigners' end",
    ],
    [dimension.sex, 'f.sex'],
  ],
});
