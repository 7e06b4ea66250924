/**
 * Takes the values out of an error of DuckDB's that was raised while rows were read ("Could not convert string 'Thabo' to
 * DATE"): an error travels to logs, where no person's data may be. Errors about the statement itself stay as they are.
 */
export function redactError(error: unknown): unknown {
  if (!(error instanceof Error) || !/^(Conversion|Invalid Input|Out of Range|Constraint) Error/.test(error.message)) {
    return error;
  }
  const [first = ''] = error.message.replace(/["'].*(["']|$)/s, '…').split('\n');
  const column = /Error when converting column "([a-z0-9_]+)"/.exec(error.message)?.[1];
  return new Error(column === undefined ? first : `${first} (column ${column})`);
}
