import type { Layout } from './layout.ts';

/** Incidents with people of several countries name them all, or say "mixed". */
const several = {
  codes: { mixed: '_O', various: '_O' },
  otherwise: { take: '_O', afterReading: true, isUsual: true },
} as const;

/** The publisher writes some unknown numbers as -1 or -2: not stated, where refusing would lose the dead of the incident. */
const notNegative = { extract: '^\\s*(\\d.*)$' } as const;

/**
 * What stays the same of an incident from one vintage of the series to the next: other columns are recoded, split and
 * corrected. It names the incident in vintages without numbers, so that two of them together count each incident once.
 */
const lasting = [
  'Incident year',
  'Reported Year',
  'Reported Month',
  'Incident Date',
  'Reported Date',
  'Location of death',
  'Location of Incident',
  'Location Description',
  'Total Number of Dead and Missing',
  'Total Dead and Missing',
];

/** IOM Missing Migrants Project: one row an incident. The series has no numbers of its own in some vintages. */
export const iomMissingMigrants: Layout = {
  id: 'iom-missing-migrants',
  title: 'IOM, Missing Migrants Project',
  tables: [
    {
      id: 'incidents',
      recognise: {
        headers: [],
        headersLike: [
          'dead and missing',
          'region of (incident|origin)',
          '(incident|reported) (date|year|month)|website date',
        ],
      },
      mapping: {
        register: 'migration_death',
        nulls: ['unknown'],
        skipRowWhen: [],
        emit: [
          {
            label: 'incident',
            fields: {
              // Several incidents of one event share its main number.
              incident_id: {
                from: {
                  first: [
                    { columnLike: '^incident ?id$' },
                    { columnLike: '^web ?id$' },
                    { columnLike: '^main ?id$' },
                    { digest: lasting },
                  ],
                },
              },
              occurred_on: {
                from: {
                  first: [
                    { columnLike: '^(incident|reported|website) date$' },
                    {
                      join: [
                        { columnLike: '^(incident|reported) year$' },
                        { columnLike: '^(incident|reported) month$' },
                      ],
                      with: '-',
                    },
                  ],
                },
                via: { dates: ['mdy'] },
              },
              incident_region: { from: { columnLike: '^(region of incident|incident region)$' } },
              incident_country: { from: { columnLike: '^country of incident$' }, via: several },
              origin_region: { from: { columnLike: '^region of origin$' } },
              origin_country: { from: { columnLike: '^country of origin$' }, via: several },
              dead: { from: { columnLike: '^number( of)? dead$' } },
              missing: { from: { columnLike: 'number( of)? missing$' }, via: notNegative },
              dead_and_missing: { from: { columnLike: 'total.*dead and missing$' } },
              survivors: { from: { columnLike: '^number( of)? survivors$' }, via: notNegative },
              females: { from: { columnLike: '^number( of)? females$' } },
              males: { from: { columnLike: '^number( of)? males$' } },
              children: { from: { columnLike: '^number( of)? children$' } },
              cause: { from: { columnLike: '^cause of death' } },
              location: { from: { columnLike: '^location( of (death|incident)| description)?$' } },
              latitude: {
                from: { first: [{ columnLike: '^lat(itude)?$' }, { columnLike: '^(location )?coordinates$' }] },
                via: { extract: '^\\s*(-?\\d+(?:\\.\\d+)?)' },
              },
              longitude: {
                from: {
                  first: [{ columnLike: '^(long?|lng|longitude)$' }, { columnLike: '^(location )?coordinates$' }],
                },
                via: { extract: '(-?\\d+(?:\\.\\d+)?)\\s*$' },
              },
              route: { from: { columnLike: '^migrant?i?on route$' } },
              source_quality: { from: { columnLike: '^source quality$' } },
              citation: { from: { columnLike: '^information source$' } },
            },
          },
        ],
        provenance: {
          agency: 'iom',
          licence: 'CC BY 4.0',
          isSynthetic: false,
          citation: 'IOM, Missing Migrants Project',
        },
      },
    },
  ],
};
