import { commonClassifications, findCode } from '@leeto/registers';
import { foldText } from './fold-text.ts';

/**
 * The sex that a record states, by the classification of sexes and by what forms write in other languages; `null` for
 * unspecified and unknown.
 */
export function readSex(text: string): 'F' | 'M' | null {
  const folded = foldText(text);
  const written = WRITTEN.get(folded);
  if (written !== undefined) return written;
  const code = classification === undefined || folded === '' ? null : findCode(classification, folded);
  return code === 'F' || code === 'M' ? code : null;
}

const classification = commonClassifications.find((each) => each.id === 'sex');

const FEMALE = `f 2 w fem feminine femenino feminina mulher mosali mosetsana ngoanana basali basetsana motsehali owesifazane intombi umfazi vrou vroulik
frau weiblich mujer fille kobieta dame`;
const MALE = `m 1 mal masculine masculino masculin homem hombre monna moshanyana moshemane banna bashanyana motona owesilisa umfana indoda man manlik
mann mannlich maennlich garcon`;

const WRITTEN: ReadonlyMap<string, 'F' | 'M'> = new Map([
  ...FEMALE.split(/\s+/).map((word): [string, 'F' | 'M'] => [word, 'F']),
  ...MALE.split(/\s+/).map((word): [string, 'F' | 'M'] => [word, 'M']),
]);
