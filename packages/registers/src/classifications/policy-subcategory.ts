import type { ClassificationItem } from '../declaration.ts';
import { defineClassification } from '../shapes/define-classification.ts';

type DomainLine = readonly [code: string, label: string, subcategories: readonly string[]];

/** Six domains with five sub-categories each, lettered a to e in this order. */
const domains: readonly DomainLine[] = [
  [
    'PD_1',
    'Migrant rights',
    [
      'Equal access to essential and emergency health care',
      'Equal access to public education',
      'Equal pay for equal work',
      'Equal access to social security',
      'Equal access to justice',
    ],
  ],
  [
    'PD_2',
    'Whole-of-government and evidence-based policies',
    [
      'Dedicated agency to implement migration policy',
      'National policy or strategy for regular pathways, labour migration included',
      'Policy for the inclusion or integration of immigrants',
      'Mechanisms so that policy is responsive to gender',
      'Mechanisms so that policy is informed by disaggregated data',
    ],
  ],
  [
    'PD_3',
    'Cooperation and partnerships',
    [
      'Inter-ministerial coordination',
      'Bilateral agreements on migration',
      'Regional agreements promoting mobility',
      'Agreements on return and readmission',
      'Mechanisms to engage civil society and the private sector',
    ],
  ],
  [
    'PD_4',
    'Socioeconomic well-being',
    [
      'Alignment of labour migration with needs of the labour market, by periodic assessment',
      'Portability of social security benefits',
      'Recognition of skills and qualifications acquired abroad',
      'Facilitation of remittances',
      'Fair and ethical recruitment of migrant workers',
    ],
  ],
  [
    'PD_5',
    'Mobility dimensions of crises',
    [
      'System to receive, process and identify persons forced to flee across borders',
      'Contingency planning for basic needs of displaced populations',
      'Assistance to citizens abroad in countries in crisis',
      'Disaster risk reduction strategy with provisions on displacement',
      'Temporary stay or protection for those displaced across borders or unable to return',
    ],
  ],
  [
    'PD_6',
    'Safe, orderly and regular migration',
    [
      'Monitoring of visa overstays',
      'Pre-arrival authorisation',
      'Provisions for unaccompanied and separated minors',
      'Information and awareness campaigns',
      'Strategies against trafficking in persons and smuggling of migrants',
    ],
  ],
];

/** Domains and sub-categories of SDG indicator 10.7.2; a sub-category is coded `1a` … `6e`, its parent is the domain. */
export const policySubcategory = defineClassification({
  id: 'policy_subcategory',
  label: { en: 'Sub-categories of migration policy' },
  description: { en: 'The 30 sub-categories in six domains by which migration policies are scored.' },
  version: 'SDG 10.7.2, United Nations Inquiry among Governments',
  source: 'UN DESA and IOM, SDG indicator 10.7.2 metadata; domain codes as in the SDG data structure',
  status: 'interim',
  items: domains.flatMap(([domain, label, subcategories], at): readonly ClassificationItem[] => [
    { code: domain, label: { en: label } },
    ...subcategories.map((name, position) => ({
      code: `${at + 1}${'abcde'.charAt(position)}`,
      label: { en: name },
      parent: domain,
    })),
  ]),
});
