import type { RecordMapping } from '../mapping.ts';
import type { Layout } from './layout.ts';

const modes = { '1': 'air', '2': 'sea', '3': 'other', '9': null } as const;
const purposes = { '1': '2', '2': '1.1', '3': '1.3' } as const;

/** What the two crossings of a row share. */
const traveller: RecordMapping['fields'] = {
  source_record_id: { from: { join: [{ column: 'i94yr' }, { column: 'i94mon' }, { column: 'cicid' }], with: '-' } },
  nationality: { from: { column: 'i94cit' }, via: { codeList: 'i94cit', otherwise: { take: '_U' } } },
  country_of_residence: {
    from: { column: 'i94res' },
    via: { codeList: 'i94cit', otherwise: { take: null, isUsual: true } },
  },
  sex: { from: { column: 'gender' } },
  date_of_birth: { from: { column: 'biryear' } },
  purpose: { from: { column: 'i94visa' }, via: { codes: purposes } },
  visa_class: { from: { column: 'visatype' } },
  permit_number: { from: { column: 'admnum' }, via: { pseudonymise: true } },
  capture_source: { from: { constant: 'import' } },
};

/**
 * US I-94 arrivals with departures (CBP and NTTO): a row is an admission; dates are SAS day numbers, except the one until
 * which the stay is granted, which is MMDDYYYY or D/S ("duration of status"). Admission numbers are pseudonymised.
 */
export const usCbpI94: Layout = {
  id: 'us-cbp-i94',
  title: 'US CBP, I-94 arrivals and departures',
  tables: [
    {
      id: 'admissions',
      recognise: { headers: ['i94cit', 'i94res', 'i94port', 'arrdate', 'depdate'] },
      mapping: {
        register: 'border_movement',
        nulls: [],
        skipRowWhen: [],
        emit: [
          {
            label: 'arrival',
            fields: {
              ...traveller,
              // Ports of another country: three letters that may be an alias of one of ours (MIA is Miami here).
              port: { from: { constant: '_O' } },
              direction: { from: { constant: 'arrival' } },
              crossed_on: { from: { column: 'arrdate' }, via: { dates: ['sas_days'] } },
              mode: { from: { column: 'i94mode' }, via: { codes: modes } },
              conveyance: { from: { join: [{ column: 'airline' }, { column: 'fltno' }], with: ' ' } },
              authorised_until: { from: { column: 'dtaddto' }, via: { dates: ['mmddyyyy'], nulls: ['D/S', 'DS'] } },
            },
          },
          {
            label: 'departure',
            when: { of: { column: 'depdate' }, isBlank: false },
            fields: {
              ...traveller,
              port: { from: { constant: '_O' } },
              direction: { from: { constant: 'departure' } },
              crossed_on: { from: { column: 'depdate' }, via: { dates: ['sas_days'] } },
            },
          },
        ],
        provenance: {
          agency: 'us_cbp',
          isSynthetic: false,
          licence: 'public domain',
          citation: 'US CBP / NTTO, I-94 arrivals',
        },
      },
      codeLists: [{ name: 'i94cit', columns: ['i94cit', 'i94res'], classification: 'country' }],
    },
  ],
};
