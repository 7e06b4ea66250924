import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { permitNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { residencePermitFacts } from '../steps/permits.ts';

/** Residence permits issued by type and citizenship, a year. */
export const residencePermitsByType = defineMeasure({
  id: 'residence_permits_by_type',
  title: { en: 'Residence permits issued by type and citizenship' },
  definition: {
    en: 'Residence permits granted in the year, by type and country of citizenship. Permits are not persons: one person may be granted several.',
  },
  clause: 'UN 1998 Recommendations Rev.1, administrative data: permits issued by type and citizenship',
  needs: ['residence_permit'],
  dimensions: [
    { name: 'permit_type', label: { en: 'Permit type' }, classification: 'permit_type' },
    dimension.citizenship,
    dimension.year,
  ],
  values: [{ ...countOf('permits', 'Residence permits issued', 'permits'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'final',
  steps: [
    ...residencePermitFacts,
    ...cubeSteps({
      dimensions: ['permit_type', 'citizenship', 'year'],
      apart: ['year'],
      values: { permits: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: permitNotes,
  sensitivity: NORMAL,
});
