import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Decision on an application. */
export const permitDecision = defineClassification({
  id: 'permit_decision',
  label: { en: 'Decision on a permit or visa' },
  description: { en: 'What was decided on an application.' },
  version: '1',
  source: 'Administrative practice',
  status: 'interim',
  items: itemsOf(
    [
      'granted',
      'Granted',
      [
        'approved',
        'appr',
        'issued',
        'accepted',
        'yes',
        'grant',
        'active',
        'valid',
        'a',
        'e amohetsoe',
        'accordé',
        'concedido',
        'renewed',
      ],
      'E fanoe',
    ],
    [
      'refused',
      'Refused',
      ['rejected', 'denied', 'declined', 'not approved', 'disapproved', 'refuse', 'refusé', 'recusado', 'unsuccessful'],
      'E hanoe',
    ],
    ['withdrawn', 'Withdrawn', ['cancelled', 'canceled', 'revoked', 'lapsed', 'abandoned']],
    [
      'pending',
      'Pending',
      [
        'in process',
        'in progress',
        'awaiting',
        'under review',
        'submitted',
        'received',
        'processing',
        'new',
        'deferred',
      ],
      'E ntse e sebetsoa',
    ],
  ),
});
