import { applyDecisions, keyOfRef, reclusterAll } from '@leeto/linkage';
import {
  entriesOfRecords,
  keepDecision,
  type PersonEvent,
  type RecordRef,
  type RightsTransaction,
  type Saying,
  type Wall,
} from '@leeto/store';
import { keepChange, numbered, readComponentOf, relinkBehindWall } from './desk.ts';
import type { OpenDesk } from './get-desk.ts';
import { relinkAcross } from './link-across.ts';
import { standingsIn } from './settle-links.ts';
import { takeUpComponent } from './take-up-component.ts';

/** What an answer changed of persons. */
export interface ChangedPersons {
  readonly events: readonly PersonEvent[];
  /** Answers that cannot all hold, in words; until people settle them the records stay apart. */
  readonly contradictions: readonly string[];
}

/**
 * Makes persons anew of the components of some records of one layer, by their pairs and what reviewers said of them: at once, and as a
 * whole run would. Other desks of the layer wait.
 */
export async function remakePersons(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  records: readonly RecordRef[],
  causedBy: string,
): Promise<ChangedPersons> {
  const component = await readComponentOf(tx, desk, wall, records);
  if (component.members.length === 0) return { events: [], contradictions: [] };
  const { decisions } = component;
  const taken = takeUpComponent(desk, component, decisions);
  const outcome = reclusterAll(taken.state, taken.engine);
  const standing = standingsIn(taken, outcome, decisions, desk.model, (at) => component.members[at]?.entry ?? '');
  const ids = await keepChange(tx, wall, component, taken, { outcome, standing, causedBy }, null);
  await relinkBehindWall(tx, desk, wall, { outcome, taken, leaving: [] }, ids);
  const { contradictions } = applyDecisions(decisions, (ref) => taken.places.get(keyOfRef(ref)) ?? -1);
  return {
    events: outcome.events.map((event) => numbered(event, ids)),
    contradictions: contradictions.map(({ message }) => message),
  };
}

/** Keeps an answer about a protected record and an open one, and lets it act on the link between their persons, behind the wall. */
export async function answerAcross(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  saying: Saying,
): Promise<ChangedPersons & { readonly decidedAt: string }> {
  const { decidedAt } = await keepDecision(tx, wall, saying);
  const kept = await entriesOfRecords(tx, wall, [saying.left, saying.right]);
  await relinkAcross(tx, desk, wall, [...new Set(kept.flatMap(({ person }) => person ?? []))]);
  return { decidedAt, events: [], contradictions: [] };
}

/** Keeps an answer about two records of one layer and lets it act: "same" merges, "not the same" splits. */
export async function answerWithinLayer(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  saying: Saying,
): Promise<ChangedPersons & { readonly decidedAt: string }> {
  const { left, right } = saying;
  const { decidedAt } = await keepDecision(tx, wall, saying);
  // Read after it was kept: "same" brings the components of both together.
  return { decidedAt, ...(await remakePersons(tx, desk, wall, [left, right], saying.reviewer)) };
}
