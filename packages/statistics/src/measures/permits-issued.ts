import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { permitNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { permitFacts } from '../steps/permits.ts';

/** Permits and visas granted in a year, by type and citizenship. */
export const permitsIssued = defineMeasure({
  id: 'permits_issued',
  title: { en: 'Permits issued by type and citizenship' },
  definition: {
    en: 'Residence permits, work permits and visas granted in the year, by type and country of citizenship. Permits are not persons: one person may be granted several.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, administrative data: residence and work permits issued by type and citizenship',
  needs: ['residence_permit', 'work_permit', 'visa'],
  dimensions: [
    { name: 'permit_category', label: { en: 'Kind of permit' } },
    { name: 'permit_type', label: { en: 'Permit type' }, classification: 'permit_type' },
    dimension.citizenship,
    dimension.year,
  ],
  values: [{ ...countOf('permits', 'Permits issued', 'permits'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'final',
  steps: [
    ...permitFacts,
    ...cubeSteps({
      dimensions: ['permit_category', 'permit_type', 'citizenship', 'year'],
      values: { permits: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: permitNotes,
  sensitivity: NORMAL,
});
