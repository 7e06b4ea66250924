import type { Source } from '../mapping.ts';
import type { Layout } from './layout.ts';

/** The same column under the names of fifteen years. */
const like = (pattern: string): Source => ({ columnLike: `^(${pattern})$` });
const firstOf = (...patterns: string[]): Source => ({ first: patterns.map(like) });

const decisions = {
  'certified - full': 'certified',
  certified: 'certified',
  certification: 'certified',
  'certified, temporary': 'certified',
  'full certification': 'certified',
  // A certification that has run out since was a certification when it was decided.
  'certification expired': 'certified',
  'certified - expired': 'certified',
  'determination issued - certification': 'certified',
  'determination issued - certification expired': 'certified',
  'certified - partial': 'partially_certified',
  'partial certified': 'partially_certified',
  'partial certification': 'partially_certified',
  'partial certification expired': 'partially_certified',
  'certified - partial expired': 'partially_certified',
  'partial, temporary': 'partially_certified',
  'determination issued - partial certification': 'partially_certified',
  'determination issued - partial certification expired': 'partially_certified',
  denied: 'denied',
  'denied, temporary': 'denied',
  'determination issued - denied': 'denied',
  withdrawn: 'withdrawn',
  'withdrawn, temporary': 'withdrawn',
  'determination issued - withdrawn': 'withdrawn',
} as const;

const units = {
  h: 'hour',
  hr: 'hour',
  hour: 'hour',
  hourly: 'hour',
  d: 'day',
  day: 'day',
  daily: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  weekly: 'week',
  b: 'two weeks',
  bi: 'two weeks',
  'bi-weekly': 'two weeks',
  m: 'month',
  mth: 'month',
  month: 'month',
  monthly: 'month',
  a: 'year',
  y: 'year',
  yr: 'year',
  year: 'year',
  yearly: 'year',
  annual: 'year',
  'piece rate': 'piece',
  'select pay range': null,
} as const;

const provenance = {
  agency: 'us_dol',
  isSynthetic: false,
  licence: 'public domain',
  citation: 'US Department of Labor, Foreign Labor Certification disclosure data',
} as const;

/** US Department of Labor, H-2A and H-2B disclosure files: headers misspelt, renamed and re-cased from year to year. */
export const usDolH2: Layout = {
  id: 'us-dol-h2',
  title: 'US Department of Labor, H-2A and H-2B disclosure data',
  tables: [
    {
      id: 'decisions',
      recognise: {
        headers: [],
        headersLike: [
          '^case[_ ]?(no|num|number)$',
          '^(employer|emp)[_ ]name$',
          '^(case[_ ]status|last[_ ]sig[_ ]event)$',
          '^(job|occ|soc)[_ ]title$|^soc[_ ]name$',
        ],
      },
      mapping: {
        register: 'labour_certification',
        nulls: ['n/a', 'none'],
        skipRowWhen: [],
        emit: [
          {
            label: 'case',
            fields: {
              case_number: { from: firstOf('case[_ ]?(no|num|number)') },
              programme: {
                from: { first: [like('visa[_ ]class'), { file: '(H-?2[AB])' }, { sheet: '(H-?2[AB])' }] },
                via: { codes: { h2a: 'H-2A', h2b: 'H-2B' }, otherwise: 'read' },
              },
              decision: {
                from: firstOf('case[_ ]status', 'last[_ ]sig[_ ]event'),
                via: { codes: decisions, otherwise: { take: 'other', afterReading: true } },
              },
              received_on: {
                from: firstOf(
                  '(case[_ ])?received[_ ]date',
                  'npc[_ ]submitted[_ ]date',
                  'case[_ ]submitted',
                  'rec[_ ]local[_ ]office',
                  'rec[_ ]state[_ ]office',
                  'rec[_ ]regional[_ ]office',
                ),
                via: { dates: ['mdy', 'excel_serial'] },
              },
              decided_on: {
                from: firstOf('(recent[_ ])?decision[_ ]date', 'last[_ ]event[_ ]date'),
                via: { dates: ['mdy', 'excel_serial'] },
              },
              employer_name: { from: firstOf('(employer|emp)[_ ]name') },
              employer_place: { from: firstOf('(employer|emp)[_ ]city') },
              employer_region: { from: firstOf('(employer|emp)[_ ]state') },
              occupation_title: { from: firstOf('job[_ ]title', 'occ[_ ]title', 'soc[_ ](title|name)') },
              occupation_code: { from: firstOf('soc[_ ]code([_ ]id)?', 'occ[_ ]code') },
              workers_requested: {
                from: firstOf(
                  'nbr[_ ]workers[_ ]reque?sted',
                  'num[_ ]aliens',
                  'total[_ ]workers[_ ]h-?2[ab][_ ]requested',
                  'total[_ ]workers[_ ](needed|requested)',
                  'nbr[_ ]workers[_ ]needed',
                ),
              },
              workers_certified: {
                from: firstOf('nbr[_ ]workers[_ ]certified', 'total[_ ]workers[_ ](h-?2[ab][_ ])?certified'),
              },
              needed_from: {
                from: firstOf(
                  'requested[_ ]start[_ ]date[_ ]of[_ ]need',
                  'certification[_ ]begin[_ ]date',
                  'requested[_ ]begin[_ ]date',
                  'employment[_ ]begin[_ ]date',
                ),
                via: { dates: ['mdy', 'excel_serial'] },
              },
              needed_until: {
                from: firstOf(
                  'requested[_ ]end[_ ]date[_ ]of[_ ]need',
                  'certification[_ ]end[_ ]date',
                  'requested[_ ]end[_ ]date',
                  'employment[_ ]end[_ ]date',
                ),
                via: { dates: ['mdy', 'excel_serial'] },
              },
              wage: {
                from: firstOf('basic[_ ]rate[_ ]of[_ ]pay', 'salary', 'wage[_ ]offer', 'basic[_ ]wage[_ ]rate[_ ]from'),
              },
              wage_unit: {
                from: firstOf('basic[_ ]unit[_ ]of[_ ]pay', 'wage[_ ]rate[_ ]per', 'unit[_ ]of[_ ]pay', 'per'),
                via: { codes: units, otherwise: 'read' },
              },
            },
          },
        ],
        provenance,
      },
    },
  ],
};
