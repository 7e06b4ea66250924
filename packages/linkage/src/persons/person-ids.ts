/** A record of some register or file: `border_movement` and its id. */
export interface RecordRef {
  readonly source: string;
  readonly id: string;
}

/** Number of a person, given once, kept for ever, never given to another: `P-00000042`. It says nothing about the person. */
export type PersonId = string;
