import { when } from '../condition.ts';
import { defineDataset } from '../shapes/define-dataset.ts';
import { fieldOf } from './field-of.ts';

const persons = (name: string, label: string, aliases: readonly string[]) =>
  fieldOf(name, 'integer', label, `${label} in the incident.`, { unit: 'persons', minimum: 0, aliases });

/** Incidents in which migrants died or went missing on the way (SDG indicator 10.7.3). A minimum documented count. */
export const migrationDeath = defineDataset({
  id: 'migration_death',
  label: { en: 'Deaths in migration' },
  description: { en: 'One row for each incident in which migrants died or disappeared on the way to another country.' },
  custodian: 'iom',
  source: 'SDG indicator 10.7.3; IOM Missing Migrants Project, methodology',
  datedBy: 'occurred_on',
  dimensions: ['incident_id'],
  measure: 'dead_and_missing',
  attributes: [
    'occurred_on',
    'incident_region',
    'incident_country',
    'origin_region',
    'origin_country',
    'dead',
    'missing',
    'survivors',
    'females',
    'males',
    'children',
    'cause',
    'location',
    'latitude',
    'longitude',
    'route',
    'source_quality',
    'citation',
  ],
  key: ['incident_id'],
  fields: [
    fieldOf('incident_id', 'identifier', 'Incident', 'Number of the incident at the publisher.', {
      required: true,
      aliases: ['incident id', 'web id', 'main id', 'id', 'incident'],
    }),
    fieldOf('occurred_on', 'partial_date', 'Date', 'When it happened, as far as known.', {
      minimum: '1990',
      aliases: [
        'occurred on',
        'incident date',
        'reported date',
        'date',
        'website date',
        'incident year',
        'reported year',
        'reported month',
        'year',
      ],
    }),
    fieldOf('incident_region', 'text', 'Region', 'Region of the incident.', {
      aliases: ['incident region', 'region of incident', 'region', 'unsd geographical grouping'],
    }),
    fieldOf('incident_country', 'country', 'Country', 'Country in which it happened.', {
      classification: 'country',
      aliases: ['incident country', 'country of incident', 'country'],
    }),
    fieldOf('origin_region', 'text', 'Region of origin', 'Region from which the migrants came.', {
      aliases: ['origin region', 'region of origin'],
    }),
    fieldOf(
      'origin_country',
      'country',
      'Country of origin',
      'Country from which the migrants came, where it was one.',
      {
        classification: 'country',
        aliases: ['origin country', 'country of origin', 'nationality'],
      },
    ),
    persons('dead', 'Dead', ['dead', 'number of dead', 'number dead', 'deaths', 'no. dead']),
    persons('missing', 'Missing', [
      'missing',
      'minimum estimated number of missing',
      'number of missing',
      'minimum missing',
      'no. missing',
    ]),
    fieldOf('dead_and_missing', 'integer', 'Dead and missing', 'Persons dead or missing, at the least.', {
      required: true,
      unit: 'persons',
      minimum: 0,
      concept: 'OBS_VALUE',
      aliases: [
        'dead and missing',
        'total number of dead and missing',
        'total dead and missing',
        'total number dead and missing',
        'total',
      ],
    }),
    persons('survivors', 'Survivors', ['survivors', 'number of survivors']),
    persons('females', 'Females', ['females', 'number of females', 'women']),
    persons('males', 'Males', ['males', 'number of males', 'men']),
    persons('children', 'Children', ['children', 'number of children', 'minors']),
    fieldOf('cause', 'text', 'Cause', 'Cause of death.', { aliases: ['cause', 'cause of death', 'causes'] }),
    fieldOf('location', 'long_text', 'Place', 'Where it happened, in words.', {
      aliases: ['location', 'location of death', 'location of incident', 'location description', 'place'],
    }),
    fieldOf('latitude', 'decimal', 'Latitude', 'Degrees north (WGS 84).', {
      unit: 'degrees',
      minimum: -90,
      maximum: 90,
      aliases: ['latitude', 'lat', 'y'],
    }),
    fieldOf('longitude', 'decimal', 'Longitude', 'Degrees east (WGS 84).', {
      unit: 'degrees',
      minimum: -180,
      maximum: 180,
      aliases: ['longitude', 'long', 'lon', 'lng', 'x'],
    }),
    fieldOf('route', 'text', 'Route', 'Migration route.', {
      aliases: ['route', 'migration route', 'migrantion route'],
    }),
    fieldOf('source_quality', 'text', 'Quality of the source', 'How well the incident is attested.', {
      aliases: ['source quality', 'information quality', 'quality'],
    }),
    fieldOf('citation', 'long_text', 'Source', 'Who reported it.', {
      aliases: ['citation', 'information source', 'source', 'sources', 'url'],
    }),
  ],
  rules: [
    {
      id: 'dead_within_total',
      must: when('dead').isNotAfter('dead_and_missing'),
      severity: 'warning',
      message: { en: 'More dead than dead and missing together.' },
      fields: ['dead', 'dead_and_missing'],
    },
    {
      id: 'missing_within_total',
      must: when('missing').isNotAfter('dead_and_missing'),
      severity: 'warning',
      message: { en: 'More missing than dead and missing together.' },
      fields: ['missing', 'dead_and_missing'],
    },
  ],
});
