import type { Condition } from './condition.ts';
import type { Kind } from './kind.ts';
import type { Text } from './text.ts';

/**
 * How near a field brings a reader to a person. `identity` names them (name, document number), `quasi` does with other
 * fields (birth date, district), `sensitive` would hurt them if known (ground of refusal, health). Absent: none of these.
 */
export type PersonalClass = 'identity' | 'quasi' | 'sensitive';

/** One field of a declaration: frozen, serialisable data. */
export interface FieldDeclaration {
  /** snake_case; the column name, the API name and the template's technical name. */
  readonly name: string;
  readonly kind: Kind;
  readonly label: Text;
  readonly description: Text;
  /** Must hold a value in every record. */
  readonly required?: boolean;
  /** Must hold a value where the condition holds. */
  readonly requiredWhen?: Condition;
  /** For `code`, `country` and `place`: the id of the classification whose codes are accepted. */
  readonly classification?: string;
  readonly personal?: PersonalClass;
  /** Headers under which agencies deliver this field; intake guesses mappings from them. */
  readonly aliases?: readonly string[];
  /** Unit of a number, in words ("days", "persons", "US dollars"). */
  readonly unit?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly maximumLength?: number;
  /** The SDMX concept that this field is, where it is one (`REF_AREA`, `TIME_PERIOD`, `SEX` …). */
  readonly concept?: string;
  /** The clause of the standard that asks for it. */
  readonly source?: string;
}
