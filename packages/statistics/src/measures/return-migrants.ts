import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, immigration } from '../flow-measure.ts';

/** Return migrants. */
export const returnMigrants = defineFlowMeasure({
  id: 'return_migrants',
  title: 'Return migrants',
  definition:
    'Citizens who took up residence in the country again or for the first time, by country of previous residence, place of birth (in the country or abroad), sex and year of arrival.',
  clause: 'UN framework 2021/2025: returning citizens, native-born and foreign-born',
  counted: { name: 'return_migrants', label: 'Returning citizens' },
  where: `${immigration} and f.citizenship = $country`,
  by: [
    [
      { name: 'previous_residence', label: { en: 'Country of previous residence' }, classification: 'country' },
      'f.country_of_residence',
    ],
    [
      { name: 'born', label: { en: 'Born in the country or abroad' } },
      "case f.country_of_birth when '_U' then '_U' when $country then 'native_born' else 'foreign_born' end",
    ],
    [dimension.sex, 'f.sex'],
  ],
});
