/**
 * What disclosure control should know of a measure's subject. It is a hint with a floor: disclosure may be stricter than
 * this, never less strict.
 */
export interface SensitivityPolicy {
  /** Smallest count of persons that may be shown: 5 as a rule, 10 for protected subjects, 0 where no person is counted. */
  readonly threshold: 0 | 5 | 10;
  /** Why, in words. */
  readonly reason: string;
}

/** Persons counted from administrative records. */
export const NORMAL: SensitivityPolicy = { threshold: 5, reason: 'persons counted from administrative records' };

/** Subjects that would hurt a person if known: asylum, removal, forced return, trafficking, health. */
export const PROTECTED: SensitivityPolicy = {
  threshold: 10,
  reason: 'a protected subject: asylum, removal, return, trafficking or health',
};

/** Figures that somebody has published already, and counts of records or files. */
export const NO_PERSON: SensitivityPolicy = {
  threshold: 0,
  reason: 'published figures, or counts that describe no person',
};
