import type { FieldDeclaration } from '../field.ts';
import type { Kind } from '../kind.ts';

/** The parts of a field that most fields have in one line; everything else goes in `more`. */
export function fieldOf(
  name: string,
  kind: Kind,
  label: string,
  description: string,
  more: Partial<Omit<FieldDeclaration, 'name' | 'kind' | 'label' | 'description'>> & { readonly sesotho?: string } = {},
): FieldDeclaration {
  const { sesotho, ...rest } = more;
  return {
    name,
    kind,
    label: sesotho === undefined ? { en: label } : { en: label, st: sesotho },
    description: { en: description },
    ...rest,
  };
}
