import { cubeSteps } from '../cube.ts';
import { deathValues, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { deathNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { deathCounts, deathFacts } from '../steps/deaths.ts';

/** Deaths in migration in the country, and of persons from it: a minimum, since most deaths go undocumented. */
export const migrationDeathsOfCountry = defineMeasure({
  id: 'migration_deaths_of_country',
  title: { en: 'Deaths and disappearances in migration concerning the country' },
  definition: {
    en: 'Persons documented as dead or missing in migration, where the incident was in the country (relation: incident country) or the persons came from it (relation: origin country; incidents whose dead came from several countries are under neither). An incident may stand under both relations, which are not added up.',
  },
  clause: 'SDG indicator 10.7.3 (people who died or disappeared in migration towards an international destination)',
  needs: ['migration_death'],
  dimensions: [
    { name: 'relation', label: { en: 'Relation to the country' } },
    { name: 'cause', label: { en: 'Cause' } },
    dimension.year,
  ],
  values: deathValues,
  basis: 'published',
  status: 'final',
  steps: [
    ...deathFacts.map((step) => ({ ...step, name: 'incidents' })),
    {
      name: 'facts',
      describe: 'Incidents in the country, and incidents of persons from it.',
      sql: `select *, 'incident_country' as relation
from incidents
where incident_country = $country
union all
select *, 'origin_country' as relation
from incidents
where origin_country = $country`,
    },
    ...cubeSteps({
      dimensions: ['relation', 'cause', 'year'],
      values: deathCounts,
      groupings: [['relation', 'cause', 'year'], ['relation', 'cause'], ['relation', 'year'], ['relation']],
    }),
  ],
  notes: deathNotes,
  sensitivity: NO_PERSON,
});
