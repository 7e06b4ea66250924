import type { Chapter, Content } from '@leeto/publication';
import type { Provenance } from '@leeto/registers';
import { impactChapter } from './profile-impact.ts';
import { trendsChapter } from './profile-trends.ts';

const census: Provenance = {
  agency: 'bureau_of_statistics',
  citation: 'Bureau of Statistics, Lesotho Population and Housing Census 2016',
  isSynthetic: false,
};
const assessment: Provenance = {
  agency: 'iom_lesotho',
  citation: 'IOM, assessment of migration data in Lesotho, 2015',
  isSynthetic: false,
};

const text = (en: string, source?: Provenance): Content => ({
  kind: 'text',
  text: { en },
  ...(source === undefined ? {} : { source }),
});

/** The chapters of the Profile, in the order of Lesotho's own first profile (2023), which follows the template of the IOM. */
export const chapters: readonly Chapter[] = [
  {
    id: 'summary',
    number: '',
    title: { en: 'Executive summary', st: 'Kakaretso' },
    content: [{ kind: 'executive_summary' }],
  },
  { id: 'acronyms', number: '', title: { en: 'Acronyms' }, content: [{ kind: 'acronyms' }] },
  { id: 'glossary', number: '', title: { en: 'Glossary' }, content: [{ kind: 'glossary' }] },
  {
    id: 'introduction',
    number: '',
    title: { en: 'Introduction', st: 'Selelekela' },
    content: [
      text(
        'This Profile brings together what the agencies of Lesotho record about people on the move, and what international publishers know of them, in one body of figures with their sources, periods and limits. It is compiled from registers, so that each edition shows the state of the data on the day of its snapshot.',
      ),
    ],
    chapters: [
      {
        id: 'country-context',
        number: '',
        title: { en: 'Country context' },
        content: [
          text(
            'Lesotho is surrounded by South Africa on all sides. Its people reach work, schools, shops and hospitals across the border through fourteen land posts and one airport, and most movements are those of people who return the same day, week or month.',
          ),
          text(
            'The ten districts differ: the lowlands in the west hold the larger towns and the busiest posts, the mountain districts in the east fewer people and smaller posts with shorter hours.',
            census,
          ),
          { kind: 'measure', view: 'population_by_district', holder: 'bureau_of_statistics' },
        ],
      },
      {
        id: 'data-context',
        number: '',
        title: { en: 'Where the data come from' },
        content: [
          text(
            'An assessment of 2015 counted 34 datasets with migration information, most of them on paper and kept apart. Linking them is what this system is for: figures that rest on synthetic or partial deliveries say so wherever they stand.',
            assessment,
          ),
        ],
      },
    ],
  },
  trendsChapter,
  impactChapter,
  {
    id: 'part-c',
    number: 'C',
    title: { en: 'Migration governance' },
    content: [
      text(
        'The register of laws and policies lists each instrument with its year, its status and its source. Entries whose year or status still has to be confirmed say so.',
      ),
    ],
    chapters: [
      {
        id: 'c1',
        number: 'C.1',
        title: { en: 'Policies and strategies' },
        content: [
          { kind: 'instruments', kinds: ['policy', 'strategy'], title: { en: 'Policies and strategies on migration' } },
          { kind: 'measure', view: 'migration_policy_score', holder: 'foreign_affairs' },
        ],
      },
      {
        id: 'c2',
        number: 'C.2',
        title: { en: 'Legislation' },
        content: [
          { kind: 'instruments', kinds: ['act', 'regulations'], title: { en: 'Laws and regulations on migration' } },
        ],
      },
      { id: 'c3', number: 'C.3', title: { en: 'Institutions' }, content: [{ kind: 'institutions' }] },
      {
        id: 'c4',
        number: 'C.4',
        title: { en: 'Regional and international cooperation' },
        content: [{ kind: 'instruments', kinds: ['agreement', 'protocol'], title: { en: 'Agreements and protocols' } }],
      },
    ],
  },
  {
    id: 'part-d',
    number: 'D',
    title: { en: 'Findings and evidence' },
    content: [],
    chapters: [
      { id: 'd1', number: 'D.1', title: { en: 'Key findings' }, content: [{ kind: 'key_findings' }] },
      {
        id: 'd2',
        number: 'D.2',
        title: { en: 'Assessment of the data' },
        content: [
          text(
            'For each register: how many rows its deliveries brought, how many could be taken, and how many had to be refused. Counts that rest on few deliveries or late ones are to be read with that in mind.',
          ),
          { kind: 'data_assessment' },
          { kind: 'measure', view: 'unmatched_crossings', holder: 'home_affairs_immigration' },
        ],
      },
      { id: 'd3', number: 'D.3', title: { en: 'Improving the evidence' }, content: [{ kind: 'evidence_gaps' }] },
    ],
  },
  {
    id: 'annexes',
    number: '',
    title: { en: 'Annexes' },
    content: [text('The spreadsheet annex holds each table in full. Definitions of terms stand in the glossary.')],
    chapters: [
      { id: 'annex-methods', number: '', title: { en: 'Notes on methods' }, content: [{ kind: 'method_notes' }] },
      {
        id: 'annex-tables',
        number: '',
        title: { en: 'What each table counts' },
        content: [{ kind: 'measure_metadata' }],
      },
      { id: 'annex-sources', number: '', title: { en: 'Sources' }, content: [{ kind: 'source_list' }] },
    ],
  },
];
