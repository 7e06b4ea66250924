import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Result of the biometric check. */
export const biometricResult = defineClassification({
  id: 'biometric_result',
  label: { en: 'Biometric result' },
  description: { en: 'Result of comparing face or finger with the document.' },
  version: '1',
  source: 'ICAO Doc 9303',
  status: 'interim',
  items: itemsOf(
    ['match', 'Match', ['matched', 'yes', 'ok', 'pass', 'passed', 'verified']],
    ['no_match', 'No match', ['mismatch', 'not matched', 'fail', 'failed', 'no']],
    ['not_checked', 'Not checked', ['unchecked', 'not done', 'n/a', 'not captured', 'no reader']],
  ),
});
