/**
 * SQL for the key by which movements and permits of one traveller are put together until persons are linked: document number
 * and issuing state; where no document is stated, name, birth date and nationality; where neither is, the record stands for
 * itself. A re-issued document makes a second traveller, so that counts of distinct keys are an upper bound.
 */
export function travellerKey(alias: string): string {
  const a = alias;
  return `case
    when ${a}.document_number is not null
      then hash(${a}.document_number, coalesce(${a}.document_issuing_state, ${a}.nationality, ''))
    when ${a}.surname is not null
      then hash(${a}.surname, coalesce(${a}.given_names, ''), coalesce(${a}.date_of_birth, ''), coalesce(${a}.nationality, ''))
    else hash(${a}.record_id)
  end`;
}

/** SQL for whether the key says who travelled at all. */
export function isIdentified(alias: string): string {
  return `(${alias}.document_number is not null or ${alias}.surname is not null)`;
}

/** SQL that keeps one of the records of one traveller about one day: an event entered twice happened once. */
export function oncePerTraveller(alias: string, day: string): string {
  return `qualify row_number() over (
  partition by ${travellerKey(alias)}, ${day}, case when ${day} is null then ${alias}.record_id end
  order by ${alias}.record_id
) = 1`;
}
