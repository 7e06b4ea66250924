/**
 * Conditions over one record, as data. There is one interpreter (`conditions/holds.ts`) and one SQL compiler
 * (`conditions/condition-to-sql.ts`), which agree on three-valued logic: a comparison with a value not stated is unknown
 * (`null`), and a rule is broken only by `false`.
 */
export type Condition =
  | { readonly op: 'is' | 'is_not'; readonly field: string; readonly value: string }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly op: 'is_stated' | 'is_not_stated'; readonly field: string }
  | { readonly op: 'not_before' | 'not_after' | 'equals'; readonly field: string; readonly other: string }
  | { readonly op: 'at_least' | 'at_most'; readonly field: string; readonly value: number }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

/** Begins a condition: `when('purpose').is('study')`, `when('departed_on').isNotBefore('arrived_on')`. */
export function when(field: string) {
  return {
    is: (value: string): Condition => ({ op: 'is', field, value }),
    isNot: (value: string): Condition => ({ op: 'is_not', field, value }),
    isIn: (...values: string[]): Condition => ({ op: 'in', field, values }),
    isStated: (): Condition => ({ op: 'is_stated', field }),
    isNotStated: (): Condition => ({ op: 'is_not_stated', field }),
    isNotBefore: (other: string): Condition => ({ op: 'not_before', field, other }),
    isNotAfter: (other: string): Condition => ({ op: 'not_after', field, other }),
    equals: (other: string): Condition => ({ op: 'equals', field, other }),
    isAtLeast: (value: number): Condition => ({ op: 'at_least', field, value }),
    isAtMost: (value: number): Condition => ({ op: 'at_most', field, value }),
  };
}

export const all = (...of: Condition[]): Condition => ({ op: 'all', of });
export const any = (...of: Condition[]): Condition => ({ op: 'any', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });
