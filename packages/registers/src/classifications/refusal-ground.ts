import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Grounds on which entry is refused. */
export const refusalGround = defineClassification({
  id: 'refusal_ground',
  label: { en: 'Grounds of refusal' },
  description: { en: 'Why entry was refused.' },
  version: '1',
  source: 'ICAO Annex 9, categories of inadmissible persons; a country pack gives the grounds of its own law',
  status: 'interim',
  items: itemsOf(
    [
      'no_document',
      'No valid travel document',
      [
        'no passport',
        'no document',
        'no travel document',
        'without passport',
        'undocumented',
        'expired passport',
        'no valid document',
        'expired document',
        'document expired',
      ],
    ],
    [
      'false_document',
      'False or altered document',
      [
        'forged passport',
        'fake document',
        'forged document',
        'fraudulent document',
        'counterfeit',
        'false document',
        'fake passport',
        'altered document',
      ],
    ],
    [
      'no_visa',
      'No valid visa or permit',
      ['no visa', 'no permit', 'without visa', 'visa required', 'expired visa', 'no valid visa'],
    ],
    [
      'overstay_before',
      'Earlier overstay',
      [
        'has already stayed as long as is allowed',
        'overstay',
        'previous overstay',
        'overstayed',
        'prior overstay',
        'declared undesirable',
      ],
    ],
    [
      'prohibited',
      'Prohibited person',
      [
        'on a list of persons to be refused',
        'prohibited immigrant',
        'prohibited',
        'banned',
        'watch list',
        'stop list',
        'stop listed',
        'blacklisted',
        'wanted person',
        'security',
      ],
    ],
    [
      'purpose_not_shown',
      'Purpose or means not shown',
      [
        'not enough means of subsistence',
        'purpose not justified',
        'no funds',
        'insufficient funds',
        'no means',
        'insufficient means',
        'purpose unclear',
        'no proof of means',
        'no return ticket',
      ],
    ],
    [
      'health',
      'Public health',
      ['health', 'public health', 'health grounds', 'no vaccination certificate', 'yellow fever', 'quarantine'],
    ],
    [
      'unaccompanied_minor',
      'Child without consent papers',
      [
        'unaccompanied minor',
        'minor without consent',
        'unaccompanied child',
        'no parental consent',
        'no birth certificate',
        'child without papers',
      ],
    ],
    ['other', 'Other', ['others', 'other reasons', 'misc']],
  ),
});
