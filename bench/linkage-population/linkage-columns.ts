import type { RecordDeclaration } from '@leeto/registers';

/** What every register of persons has, and what the linkage specification is told of. */
export const coreColumns = [
  'surname',
  'given_names',
  'sex',
  'date_of_birth',
  'nationality',
  'document_number',
  'document_issuing_state',
] as const;

/** Personal, but of the record, the officer or the employer: they say nothing of who the person is. */
const notOfThePerson = new Set(['source_record_id', 'corrects', 'officer', 'employer_name']);
/** Not personal by themselves, but they belong to the document. */
const ofTheDocument = new Set(['document_type', 'document_expires_on']);

/** The fields of a register that help to tell persons apart: the core ones first, then what else it has. */
export function linkageColumns(declaration: RecordDeclaration): readonly string[] {
  const core = new Set<string>(coreColumns);
  const others = declaration.fields.filter(
    ({ name, personal }) =>
      !core.has(name) &&
      !notOfThePerson.has(name) &&
      (ofTheDocument.has(name) || personal === 'identity' || personal === 'quasi'),
  );
  return [...coreColumns, ...others.map(({ name }) => name)];
}

/** The specification that goes with the files: which column is what, and nothing else. */
export const linkageSpecification = {
  id: 'record_id',
  fields: {
    surname: { kind: 'person_name', part: 'family' },
    given_names: { kind: 'person_name', part: 'given' },
    sex: { kind: 'sex' },
    date_of_birth: { kind: 'date' },
    nationality: { kind: 'country' },
    document_number: { kind: 'document_number' },
    document_issuing_state: { kind: 'country' },
  },
  mode: 'link_and_dedupe',
} as const;
