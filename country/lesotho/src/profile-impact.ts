import type { Chapter, Content } from '@leeto/publication';

const shown = (view: string, holder: string): Content => ({ kind: 'measure', view, holder });
const gap = (en: string, holder: string, remedy: string): Content => ({
  kind: 'gap',
  subject: { en },
  holder,
  remedy: { en: remedy },
});

/** Part B: the impact of migration, with what data there are. */
export const impactChapter: Chapter = {
  id: 'part-b',
  number: 'B',
  title: { en: 'Impact of migration' },
  content: [],
  chapters: [
    {
      id: 'b1',
      number: 'B.1',
      title: { en: 'Human and economic development' },
      content: [
        shown('remittances_received', 'central_bank'),
        shown('remittances_share_of_gdp', 'central_bank'),
        shown('remittances_by_sender', 'central_bank'),
        shown('remittances_sent', 'central_bank'),
        shown('remittance_costs', 'central_bank'),
      ],
    },
    {
      id: 'b2',
      number: 'B.2',
      title: { en: 'Employment and the labour market' },
      content: [
        shown('work_permits_by_occupation', 'labour_commissioner'),
        shown('labour_certifications', 'labour_commissioner'),
        shown('recruitment_costs', 'labour_commissioner'),
        gap(
          'Employment and wages of migrants',
          'bureau_of_statistics',
          'A module on migration in the labour force survey would give them.',
        ),
      ],
    },
    {
      id: 'b3',
      number: 'B.3',
      title: { en: 'Social development' },
      content: [
        gap(
          'School enrolment of migrants’ children and families left behind',
          'social_development',
          'Surveys of households with a member abroad would give it.',
        ),
      ],
    },
    {
      id: 'b4',
      number: 'B.4',
      title: { en: 'Health' },
      content: [
        gap(
          'Health of mobile people',
          'ministry_of_health',
          'Records of screening at ports of entry and of treatment across the border would give it.',
        ),
      ],
    },
    {
      id: 'b5',
      number: 'B.5',
      title: { en: 'Environment' },
      content: [
        gap(
          'Migration and the environment',
          'bureau_of_statistics',
          'Household surveys that ask for drought and land as reasons to move would give it.',
        ),
      ],
    },
  ],
};
