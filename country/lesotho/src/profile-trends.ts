import type { Chapter, Content } from '@leeto/publication';
import type { Text } from '@leeto/registers';

const text = (en: string): Content => ({ kind: 'text', text: { en } });
const shown = (view: string, holder: string): Content => ({ kind: 'measure', view, holder });
const gap = (en: string, holder: string, remedy: string): Content => ({
  kind: 'gap',
  subject: { en } satisfies Text,
  holder,
  remedy: { en: remedy },
});

const immigration = 'home_affairs_immigration';
const residence = 'home_affairs_residence';
const refugees = 'refugees_commissioner';

/** Part A: trends and characteristics of migration. */
export const trendsChapter: Chapter = {
  id: 'part-a',
  number: 'A',
  title: { en: 'Migration trends and characteristics' },
  content: [
    text(
      'Movements across the border are not migration: most of them are commuting, shopping and visits. Who migrated is told by what people did afterwards: whoever came and spent twelve of the next sixteen months here is an immigrant, whoever left and spent as many abroad an emigrant. Crossings of the last sixteen months may still be open, so that the newest figures are provisional. Commuters, the monthly miner among them, are not migrants; the series that counts them stands beside the other.',
    ),
  ],
  chapters: [
    {
      id: 'a1',
      number: 'A.1',
      title: { en: 'Immigration flows and border movements' },
      content: [
        shown('migrant_flows', immigration),
        shown('migrant_flows_fan', immigration),
        shown('immigrants_by_citizenship', immigration),
        shown('migrants_by_reason', immigration),
        shown('net_migration', immigration),
        shown('temporary_population', immigration),
        shown('crossings_by_month', immigration),
        { kind: 'port_map', view: 'crossings_by_port' },
        shown('crossings_by_port', immigration),
        shown('crossings_by_citizenship_group', immigration),
        shown('persons_and_movements', immigration),
        shown('crossings_by_purpose', immigration),
        shown('crossings_by_mode', immigration),
        shown('residence_permits', residence),
        shown('work_permits', 'labour_commissioner'),
        shown('visas', 'visa_provider'),
        shown('permits_by_sex', residence),
      ],
    },
    {
      id: 'a2',
      number: 'A.2',
      title: { en: 'Immigrants living in the country' },
      content: [
        shown('foreign_born_stock', 'bureau_of_statistics'),
        shown('foreign_born_by_sex', 'bureau_of_statistics'),
        shown('naturalisations', immigration),
        shown('population_balance', immigration),
        gap('Foreign students', 'bureau_of_statistics', 'Enrolment records by citizenship would give them.'),
      ],
    },
    {
      id: 'a3',
      number: 'A.3',
      title: { en: 'Emigration and the diaspora' },
      content: [
        shown('emigrant_stock', 'bureau_of_statistics'),
        shown('emigrants_by_sex', 'bureau_of_statistics'),
        shown('emigrants_by_citizenship', immigration),
        shown('lesotho_special_permits', 'dha_south_africa'),
        shown('lesotho_exemption_permits', 'dha_south_africa'),
        gap(
          'Workers recruited to South African mines and farms',
          'labour_commissioner',
          'Attested contracts and recruiters’ returns would give them.',
        ),
      ],
    },
    {
      id: 'a4',
      number: 'A.4',
      title: { en: 'Irregular migration' },
      content: [
        text(
          'What follows counts decisions and incidents that authorities recorded. It says nothing on movements that nobody recorded.',
        ),
        shown('refused_entries', immigration),
        shown('stay_and_overstay', immigration),
        shown('removals', 'police'),
        shown('deaths_of_citizens', 'iom'),
        shown('migration_deaths', 'iom'),
        shown('detected_trafficking_victims', 'tip_secretariat'),
      ],
    },
    {
      id: 'a5',
      number: 'A.5',
      title: { en: 'Return migration' },
      content: [
        shown('returns', 'foreign_affairs'),
        shown('returns_by_country', 'foreign_affairs'),
        shown('return_migrants', immigration),
        shown('reintegration_scores', 'social_development'),
      ],
    },
    {
      id: 'a6',
      number: 'A.6',
      title: { en: 'Internal migration and displacement' },
      content: [
        shown('internal_migration_balance', 'bureau_of_statistics'),
        gap(
          'People displaced by disasters',
          'social_development',
          'Registration by the authority for disaster management would give it.',
        ),
      ],
    },
    {
      id: 'a7',
      number: 'A.7',
      title: { en: 'Asylum and refugees' },
      content: [
        shown('asylum_cases', refugees),
        shown('asylum_decisions', refugees),
        shown('refugees_in_country', 'unhcr'),
        shown('asylum_applications_in_country', 'unhcr'),
        shown('refugees_from_country', 'unhcr'),
        shown('refugees_per_100000', 'unhcr'),
        shown('asylum_applications_abroad', 'unhcr'),
      ],
    },
  ],
};
