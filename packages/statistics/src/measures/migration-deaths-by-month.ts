import { cubeSteps } from '../cube.ts';
import { deathValues, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { deathNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { deathCounts, deathFacts } from '../steps/deaths.ts';

/** Deaths and disappearances in migration by month: a minimum, since most deaths go undocumented. */
export const migrationDeathsByMonth = defineMeasure({
  id: 'migration_deaths_by_month',
  title: { en: 'Deaths and disappearances in migration by month' },
  definition: {
    en: 'Persons documented as dead or missing in migration, by month and region of the incident. A minimum count of what was documented.',
  },
  clause: 'SDG indicator 10.7.3 (people who died or disappeared in migration towards an international destination)',
  needs: ['migration_death'],
  dimensions: [dimension.month, { name: 'incident_region', label: { en: 'Region of incident' } }],
  values: deathValues,
  basis: 'published',
  status: 'final',
  steps: [...deathFacts, ...cubeSteps({ dimensions: ['month', 'incident_region'], values: deathCounts })],
  notes: deathNotes,
  sensitivity: NO_PERSON,
});
