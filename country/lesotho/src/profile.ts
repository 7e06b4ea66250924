import type { ProfilePack } from '@leeto/publication';
import { citizenshipGroups } from './citizenship-groups.ts';
import { districtShapes } from './district-shapes.ts';
import { acronyms } from './profile-acronyms.ts';
import { chapters } from './profile-chapters.ts';
import { glossary } from './profile-glossary.ts';
import { institutions } from './profile-institutions.ts';
import { views } from './profile-views.ts';

/** What Lesotho says for itself in its Migration Profile: order of chapters, fixed text, terms, bodies, shapes. */
export const lesothoProfile: ProfilePack = {
  country: { code: 'LSO', name: { en: 'Lesotho', st: 'Lesotho' } },
  shapes: { districts: districtShapes },
  portClassification: 'port',
  districtClassification: 'district',
  codeLabels: {
    citizenship_group: Object.fromEntries(citizenshipGroups.map((group) => [group.code, group.label])),
    permit_category: {
      residence: { en: 'Residence permits' },
      work: { en: 'Work permits' },
      visa: { en: 'Visas' },
    },
  },
  views,
  chapters,
  acronyms,
  glossary,
  institutions,
};
