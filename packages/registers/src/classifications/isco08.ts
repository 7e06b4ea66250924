import type { ClassificationItem } from '../declaration.ts';
import { defineClassification } from '../shapes/define-classification.ts';
import { ISCO08_GROUPS } from './isco08-groups.ts';

/** Occupations: major groups (one digit), sub-major groups (two), minor groups (three). */
export const isco08 = defineClassification({
  id: 'isco08',
  label: { en: 'Occupations (ISCO-08)', st: 'Mesebetsi (ISCO-08)' },
  description: { en: 'International Standard Classification of Occupations: major, sub-major and minor groups.' },
  version: 'ISCO-08',
  source: 'ILO, International Standard Classification of Occupations 2008 (CC BY 3.0 IGO)',
  status: 'official',
  items: ISCO08_GROUPS.map(toItem),
});

/** The parent of a group is the group without its last digit. */
function toItem([code, title]: readonly [string, string]): ClassificationItem {
  const level = ['major', 'sub_major', 'minor'][code.length - 1] ?? 'minor';
  return {
    code,
    label: { en: title },
    ...(code.length > 1 ? { parent: code.slice(0, -1) } : {}),
    ...(code.length === 3 ? { aliases: unitGroupCodes(code) } : {}),
    properties: { level },
  };
}

/** The four-digit codes of the unit groups within a minor group: an agency that codes to four digits is understood. */
function unitGroupCodes(minorGroup: string): readonly string[] {
  return Array.from({ length: 10 }, (_, digit) => `${minorGroup}${digit}`);
}
