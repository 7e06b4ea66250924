import type { Condition } from './condition.ts';
import type { FieldDeclaration } from './field.ts';
import type { Severity } from './issue.ts';
import type { Text } from './text.ts';

/** A check over the fields of one record. Broken where the condition is `false` (unknown does not break it). */
export interface Rule {
  readonly id: string;
  readonly must: Condition;
  readonly severity: Severity;
  /** Says what is wrong and what would be accepted. */
  readonly message: Text;
  /** The fields to point at; the first one names the column in the issues file. */
  readonly fields: readonly string[];
}

interface Declared {
  /** snake_case, the table's name. */
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  /** Id of the agency (in the country pack) that keeps it. */
  readonly custodian: string;
  /** The clause or standard it follows. */
  readonly source: string;
  readonly fields: readonly FieldDeclaration[];
  /**
   * Fields that together say which record this is. Where `source_record_id` is among the fields and stated, it alone (with
   * the agency and, for movements, the direction) says so. Records with the same key from the same agency are one record.
   */
  readonly key: readonly string[];
  readonly rules: readonly Rule[];
}

/** Records with a life cycle: a newer delivery may change them, and what was before is kept. */
export interface RegisterDeclaration extends Declared {
  readonly shape: 'register';
  /** Field that dates the record for tables by period. */
  readonly datedBy: string;
  /** Records whose existence may not be learnt by those without the right (trafficking, assistance, health). */
  readonly isProtected?: boolean;
}

/** Append-only events in great number, partitioned by time; a correction is a new event. */
export interface MovementLogDeclaration extends Declared {
  readonly shape: 'movement_log';
  /** The `date` field by which it is partitioned. */
  readonly datedBy: string;
}

/** Aggregates of somebody else's making, with their own structure (SDMX: dimensions, one measure, attributes). */
export interface DatasetDeclaration extends Declared {
  readonly shape: 'dataset';
  readonly dimensions: readonly string[];
  readonly measure: string;
  readonly attributes: readonly string[];
  readonly datedBy: string;
}

/** One code of a classification. Absent `validFrom`/`validTo`: since ever / until today. */
export interface ClassificationItem {
  readonly code: string;
  readonly label: Text;
  readonly parent?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Other spellings and codes under which agencies write it (`ZAF`, `RSA`, `South-Africa`). */
  readonly aliases?: readonly string[];
  /** Further facts: coordinates, ISO numeric, SADC membership, opening hours … */
  readonly properties?: Readonly<Record<string, string | number | boolean>>;
}

/** A code list with version, source and history. */
export interface ClassificationDeclaration {
  readonly shape: 'classification';
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  readonly version: string;
  readonly source: string;
  readonly status: 'official' | 'interim';
  readonly items: readonly ClassificationItem[];
}

/** What can receive records. */
export type RecordDeclaration = RegisterDeclaration | MovementLogDeclaration | DatasetDeclaration;
export type Declaration = RecordDeclaration | ClassificationDeclaration;

/** An agency of the country: who holds data, who is named where data are missing. */
export interface Agency {
  readonly id: string;
  readonly name: Text;
  readonly abbreviation?: string;
  /** 'national', or 'international' for publishers such as UN DESA. */
  readonly level: 'national' | 'international';
}

/** All declarations of an instance, looked up by id. Made by `makeCatalogue`; a country pack adds to the common ones. */
export interface Catalogue {
  readonly records: ReadonlyMap<string, RecordDeclaration>;
  readonly classifications: ReadonlyMap<string, ClassificationDeclaration>;
  readonly agencies: ReadonlyMap<string, Agency>;
}
