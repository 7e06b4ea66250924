import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Grounds on which a foreigner is removed. */
export const removalGround = defineClassification({
  id: 'removal_ground',
  label: { en: 'Grounds of removal' },
  description: { en: 'Why a foreigner was removed.' },
  version: '1',
  source: 'Practice of immigration services; a country pack gives the grounds of its own law',
  status: 'interim',
  items: itemsOf(
    ['overstay', 'Overstay', ['overstayed', 'expired permit', 'expired visa', 'overstaying']],
    [
      'illegal_entry',
      'Irregular entry',
      [
        'illegal entry',
        'unlawful entry',
        'entered illegally',
        'entry without inspection',
        'illegal immigrant',
        'irregular entry',
        'border jumping',
      ],
    ],
    [
      'unlawful_work',
      'Work without permit',
      ['illegal work', 'working without permit', 'no work permit', 'unlawful employment', 'illegal employment'],
    ],
    [
      'crime',
      'Criminal conviction',
      ['criminal', 'convicted', 'conviction', 'criminal offence', 'crime', 'court order', 'after sentence'],
    ],
    [
      'prohibited',
      'Prohibited person',
      ['prohibited immigrant', 'security', 'undesirable', 'public order', 'national security'],
    ],
    [
      'false_document',
      'False document',
      ['forged document', 'fraudulent document', 'fake document', 'fake permit', 'fraud'],
    ],
    ['asylum_rejected', 'Asylum rejected', ['rejected asylum seeker', 'failed asylum', 'asylum refused']],
    ['other', 'Other', ['others', 'other reasons']],
  ),
});
