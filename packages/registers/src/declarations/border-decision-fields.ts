import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';

/** What was decided at the post, and what the checks said. */
export const borderDecisionFields: readonly FieldDeclaration[] = [
  fieldOf('decision', 'code', 'Decision', 'What was decided at the post.', {
    classification: 'visit_decision',
    aliases: [
      'decision',
      'visit decision',
      'admission decision',
      'outcome',
      'result',
      'status',
      'officer decision',
      'admitted/refused',
    ],
  }),
  fieldOf('refusal_ground', 'code', 'Ground of refusal', 'Why entry was refused.', {
    classification: 'refusal_ground',
    personal: 'sensitive',
    aliases: [
      'refusal ground',
      'ground of refusal',
      'reason for refusal',
      'refusal reason',
      'reason refused',
      'grounds',
      'motif de refus',
    ],
  }),
  fieldOf(
    'watch_list_result',
    'code',
    'Watch list',
    'Whether the traveller was held against a watch list, and the result.',
    {
      classification: 'watch_list_result',
      personal: 'sensitive',
      aliases: [
        'watchlist result',
        'watch list status',
        'watch list',
        'watchlist',
        'watch list result',
        'stop list',
        'stoplist',
        'stop list hit',
        'watchlist hit',
        'alert',
      ],
    },
  ),
  fieldOf('biometric_result', 'code', 'Biometric check', 'Whether face or finger matched the document.', {
    classification: 'biometric_result',
    personal: 'sensitive',
    aliases: [
      'biometric result',
      'biometric',
      'biometric check',
      'fingerprint',
      'fingerprint match',
      'face match',
      'biometrics',
    ],
  }),
];
