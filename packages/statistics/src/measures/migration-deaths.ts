import { cubeSteps } from '../cube.ts';
import { deathValues, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { deathNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { deathCounts, deathFacts } from '../steps/deaths.ts';

/** Deaths and disappearances in migration: a minimum, since most deaths go undocumented. */
export const migrationDeaths = defineMeasure({
  id: 'migration_deaths',
  title: { en: 'Deaths and disappearances in migration' },
  definition: {
    en: 'Persons documented as dead or missing in migration, by region of the incident, cause and year. A minimum count of what was documented.',
  },
  clause: 'SDG indicator 10.7.3 (people who died or disappeared in migration towards an international destination)',
  needs: ['migration_death'],
  dimensions: [
    { name: 'incident_region', label: { en: 'Region of incident' } },
    { name: 'cause', label: { en: 'Cause' } },
    dimension.year,
  ],
  values: deathValues,
  basis: 'published',
  status: 'final',
  steps: [...deathFacts, ...cubeSteps({ dimensions: ['incident_region', 'cause', 'year'], values: deathCounts })],
  notes: deathNotes,
  sensitivity: NO_PERSON,
});
