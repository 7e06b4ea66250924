import { LinkProblem, type RecordSet } from '@leeto/linkage';

/** Takes fields in which nothing is stated out of a record set, and says so. Throws LinkProblem where nothing is left. */
export function withoutEmptyFields(records: RecordSet, notices: string[]): RecordSet {
  const empty = records.fields.filter((field) => field.valueOf.every((value) => value < 0));
  if (empty.length === records.fields.length) {
    throw new LinkProblem({
      code: 'no_values',
      message: `No record states any of the fields to compare (${empty.map(({ name }) => name).join(', ')}): all cells are blank, or hold nothing that can be read as the kind named.`,
      remedy: 'Check the columns and kinds of the spec against the file.',
    });
  }
  for (const { name, field } of empty) {
    notices.push(
      `"${name}" is not compared: no record states a value that can be read as ${field.kind.replace('_', ' ')}.`,
    );
  }
  for (const { name, pool } of records.fields) {
    if (pool.count === 1 && records.size > 1)
      notices.push(`"${name}" has one value throughout: it tells nobody apart.`);
  }
  if (empty.length === 0) return records;
  const gone = new Set(empty.flatMap(({ name }) => [name, ...name.split('+')]));
  const fields = Object.fromEntries(Object.entries(records.spec.fields).filter(([name]) => !gone.has(name)));
  const { blocking, ...spec } = records.spec;
  const rules = blocking?.filter((rule) => rule.every(({ field }) => !gone.has(field)));
  return {
    ...records,
    spec: { ...spec, fields, ...(rules === undefined || rules.length === 0 ? {} : { blocking: rules }) },
    fields: records.fields.filter((field) => !empty.includes(field)),
  };
}
