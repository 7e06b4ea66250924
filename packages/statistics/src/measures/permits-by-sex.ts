import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { permitNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { permitFacts } from '../steps/permits.ts';

/** Permits granted in a year, by the holder's sex, first issues and renewals apart. */
export const permitsBySex = defineMeasure({
  id: 'permits_by_sex',
  title: { en: 'Permits issued by sex, first issues and renewals' },
  definition: {
    en: 'Residence and work permits granted in the year, by sex of the holder and by whether it was a first issue or a renewal.',
  },
  clause: 'UN 1998 Recommendations Rev.1, administrative data: residence and work permits issued',
  needs: ['residence_permit', 'work_permit'],
  dimensions: [
    { name: 'permit_category', label: { en: 'Kind of permit' } },
    dimension.sex,
    { name: 'issue_kind', label: { en: 'First issue or renewal' } },
    dimension.year,
  ],
  values: [{ ...countOf('permits', 'Permits issued', 'permits'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'final',
  steps: [
    ...permitFacts,
    ...cubeSteps({
      dimensions: ['permit_category', 'sex', 'issue_kind', 'year'],
      apart: ['year'],
      values: { permits: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: permitNotes,
  sensitivity: NORMAL,
});
