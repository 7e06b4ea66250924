import {
  type Desk,
  keyOfRef,
  type LinkEngine,
  type LinkState,
  type NormalValues,
  type PersonNumbers,
  parsePersonId,
  personNumbers,
  type ReviewDecision,
  restoreLinkState,
} from '@leeto/linkage';
import type { LinkedComponent, RecordRef } from '@leeto/store';

/**
 * Numbers that no person has, given until it is known how many new persons there are: above those drawn behind walls, which go up to
 * 8,001 million million, and below 2⁵³.
 */
export const PLACEHOLDER = 8_500_000_000_000_000;

/** A component as it was kept, ready to be changed. */
export interface TakenUp {
  readonly state: LinkState;
  readonly engine: LinkEngine;
  /** Number of a member by `keyOfRef`. */
  readonly places: ReadonlyMap<string, number>;
  /** Numbers of the members of an entry. */
  readonly membersOf: ReadonlyMap<string, readonly number[]>;
  readonly numbers: PersonNumbers;
}

/**
 * Takes up a component as it was kept, with room for further records after its members. Records of one entry are one node where the
 * entry says enough to be known again, as in a whole run.
 */
export function takeUpComponent(
  desk: Desk,
  { members, links }: LinkedComponent,
  decisions: readonly ReviewDecision[],
  further: readonly { readonly record: RecordRef; readonly values: NormalValues }[] = [],
): TakenUp {
  const refs = [...members, ...further].map(({ record }) => record);
  const rows = [...members.map(({ fields }) => fields), ...further.map(({ values }) => values)];
  const score = desk.scorerOf(rows);
  const { match, review } = desk.model.thresholds;
  const places = new Map(members.map(({ record }, at) => [keyOfRef(record), at]));
  const membersOf = new Map<string, number[]>();
  for (const [at, { entry }] of members.entries()) {
    const known = membersOf.get(entry);
    if (known === undefined) membersOf.set(entry, [at]);
    else known.push(at);
  }
  const isOne = new Map<string, boolean>();
  for (const [entry, [first = 0, second]] of membersOf)
    isOne.set(entry, second === undefined || score.ofDouble(first) >= match);
  const nodesOf = (entry: string): readonly number[] => {
    const all = membersOf.get(entry) ?? [];
    return isOne.get(entry) === true ? all.slice(0, 1) : all;
  };
  const entryAt = (record: number) => members[record]?.entry ?? '';
  const texts = rows.map((values) => JSON.stringify(values));
  const engine: LinkEngine = {
    refOf: (record) => refs[record] ?? { source: '', id: '' },
    candidatesOf: () => members.keys(),
    score: (left, right) => score(left, right).weight,
    alikeOf: (record) => texts.findIndex((text, at) => at < members.length && at !== record && text === texts[record]),
    evidence: score.evidence,
  };
  const numbers = personNumbers(PLACEHOLDER);
  const state = restoreLinkState({ threshold: match, keepAbove: Math.min(review, match) }, numbers, engine, {
    records: members.map(({ person }, record) => ({
      record,
      person: person === null ? -1 : (parsePersonId(person) ?? -1),
      entry: nodesOf(entryAt(record)).length === 1 ? (membersOf.get(entryAt(record))?.[0] ?? record) : record,
    })),
    edges: links.flatMap(({ left, right, weight }) =>
      nodesOf(left).flatMap((one) => nodesOf(right).map((other) => ({ left: one, right: other, weight }))),
    ),
    decisions,
    recordOf: (ref) => places.get(keyOfRef(ref)) ?? -1,
  });
  return { state, engine, places, membersOf, numbers };
}
