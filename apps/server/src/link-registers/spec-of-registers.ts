import type { LinkField, LinkSpec } from '@leeto/linkage';
import type { FieldDeclaration, Kind, RecordDeclaration } from '@leeto/registers';

/** What a field of a register is to linking, by its kind; kinds that say nothing of who somebody is are not there. */
const linkFields: Partial<Readonly<Record<Kind, LinkField>>> = {
  person_name: { kind: 'person_name', part: 'given' },
  sex: { kind: 'sex' },
  date: { kind: 'date' },
  partial_date: { kind: 'date' },
  country: { kind: 'country' },
  document_number: { kind: 'document_number' },
  phone: { kind: 'phone' },
  email: { kind: 'email' },
};

/** The person block that all registers of persons share (UN 1998 Recommendations Rev.1; ICAO Doc 9303). */
const personBlock = ['surname', 'given_names', 'sex', 'date_of_birth', 'nationality', 'document_number'];
/** Further kinds that tell people apart, where two registers or more state them under one name. */
const furtherKinds: readonly Kind[] = ['phone', 'email'];

/**
 * Derives from declarations how registers are linked: which fields are compared, and as what. The state that issued a document is
 * left out, as it repeats the citizenship; so are places of residence, which change. Give open registers alone.
 */
export function specOfRegisters(declarations: readonly RecordDeclaration[]): LinkSpec {
  const fields: Record<string, LinkField> = {};
  for (const name of personBlock) {
    const field = fieldNamed(declarations, name);
    const as = field === undefined ? undefined : linkFieldOf(field);
    if (as !== undefined) fields[name] = as;
  }
  for (const field of declarations.flatMap((declaration) => declaration.fields)) {
    const holders = declarations.filter((one) => one.fields.some(({ name }) => name === field.name));
    const as = linkFieldOf(field);
    if (furtherKinds.includes(field.kind) && holders.length > 1 && as !== undefined) fields[field.name] = as;
  }
  return { fields, mode: 'link_and_dedupe' };
}

function linkFieldOf({ name, kind }: FieldDeclaration): LinkField | undefined {
  if (kind === 'person_name') return { kind: 'person_name', part: name === 'surname' ? 'family' : 'given' };
  return linkFields[kind];
}

function fieldNamed(declarations: readonly RecordDeclaration[], name: string): FieldDeclaration | undefined {
  return declarations.flatMap(({ fields }) => fields).find((field) => field.name === name);
}
