import type { LinkedLayer } from './layer-tables.ts';
import { getLinkedLayer, layerTables, linkedLayers, runTables } from './layer-tables.ts';
import type { RecordRef, ReviewDecision, Verdict, Wall } from './linkage-types.ts';
import type { RightsTransaction } from './with-rights.ts';

/** What is said of two records; `taken_back`: what was said before holds no more, as if nobody had spoken. */
export type Saying = Omit<ReviewDecision, 'decidedAt' | 'verdict'> & { readonly verdict: Verdict | 'taken_back' };

/**
 * Keeps what a reviewer said of two records. `wall` is that of the two records together. A decision is never altered: a further one
 * about the same pair takes its place. How links stand afterwards is for whoever makes persons anew (`writeAtDesk`).
 */
export async function keepDecision(
  tx: RightsTransaction,
  wall: Wall,
  saying: Saying,
): Promise<{ readonly decidedAt: string }> {
  const layer = getLinkedLayer(tx, wall);
  const { left, right, verdict } = saying;
  const { rows } = await tx.client.query<{ decided_at: string }>(
    `insert into ${layerTables(layer.id).decision}
       (left_register, left_id, right_register, right_id, verdict, reviewer, reason)
     values ($1, $2, $3, $4, $5, $6, $7)
     returning decided_at`,
    [left.source, left.id, right.source, right.id, verdict, saying.reviewer, saying.reason ?? null],
  );
  return { decidedAt: rows[0]?.decided_at ?? '' };
}

/** Keeps a decision, and lets the link between the entries of the two records stand accordingly. */
export async function addDecision(
  tx: RightsTransaction,
  wall: Wall,
  saying: Saying,
): Promise<{ readonly decidedAt: string }> {
  const kept = await keepDecision(tx, wall, saying);
  const { verdict } = saying;
  if (verdict === 'same' || verdict === 'not_the_same')
    await settleLink(tx, getLinkedLayer(tx, wall), { ...saying, verdict });
  return kept;
}

/** The newest decision about each pair that one of these records is in; of all records seen where none are named. */
export async function decisionsFor(
  tx: RightsTransaction,
  records: readonly RecordRef[] | null = null,
): Promise<readonly ReviewDecision[]> {
  const found: ReviewDecision[] = [];
  for (const { id } of linkedLayers(tx)) {
    const { rows } = await tx.client.query<KeptDecision>({
      // A name: the plan is kept by the connection, and planning takes longer than looking.
      name: `decisions_for_${id}`,
      text: `with wanted as (select register, record_id from unnest($1::text[], $2::bigint[]) as named (register, record_id)),
       concerned as (
         select number from ${layerTables(id).decision} as decision where $3
         union
         select number
         from ${layerTables(id).decision} as decision
         join wanted on decision.left_register = wanted.register and decision.left_id = wanted.record_id
         union
         select number
         from ${layerTables(id).decision} as decision
         join wanted on decision.right_register = wanted.register and decision.right_id = wanted.record_id
       )
       select distinct on (
           least((left_register, left_id), (right_register, right_id)),
           greatest((left_register, left_id), (right_register, right_id))
         )
         number, left_register, left_id::text as left_id, right_register, right_id::text as right_id,
         verdict, reviewer, reason, decided_at
       from ${layerTables(id).decision}
       join concerned using (number)
       order by least((left_register, left_id), (right_register, right_id)),
         greatest((left_register, left_id), (right_register, right_id)), number desc`,
      values: [
        (records ?? []).map(({ source }) => source),
        (records ?? []).map((record) => record.id),
        records === null,
      ],
    });
    found.push(...standing(rows));
  }
  return found;
}

/** A decision as one value of SQL, from a table named `decision`. */
export const decisionJson = `jsonb_build_object('number', decision.number, 'left_register', decision.left_register,
  'left_id', decision.left_id::text, 'right_register', decision.right_register, 'right_id', decision.right_id::text,
  'verdict', decision.verdict, 'reviewer', decision.reviewer, 'reason', decision.reason, 'decided_at', decision.decided_at)`;

/** A decision as it comes out of the database. */
export interface KeptDecision {
  readonly number: number;
  readonly left_register: string;
  readonly left_id: string;
  readonly right_register: string;
  readonly right_id: string;
  readonly verdict: Saying['verdict'];
  readonly reviewer: string;
  readonly reason: string | null;
  readonly decided_at: string;
}

/** The newest on each pair, oldest first, without those that were taken back. */
export function standing(rows: readonly KeptDecision[]): readonly ReviewDecision[] {
  const newest = new Map<string, KeptDecision>();
  for (const row of [...rows].sort((one, other) => one.number - other.number)) {
    const pair = [`${row.left_register} ${row.left_id}`, `${row.right_register} ${row.right_id}`].sort().join(' ');
    newest.delete(pair);
    newest.set(pair, row);
  }
  return [...newest.values()].flatMap((row) =>
    row.verdict === 'taken_back' ? [] : [presentDecision({ ...row, verdict: row.verdict })],
  );
}

const presentDecision = (row: KeptDecision & { readonly verdict: Verdict }): ReviewDecision => ({
  left: { source: row.left_register, id: row.left_id },
  right: { source: row.right_register, id: row.right_id },
  verdict: row.verdict,
  reviewer: row.reviewer,
  decidedAt: new Date(row.decided_at).toISOString(),
  ...(row.reason === null ? {} : { reason: row.reason }),
});

async function settleLink(
  tx: RightsTransaction,
  layer: LinkedLayer,
  { left, right, verdict }: Pick<ReviewDecision, 'left' | 'right' | 'verdict'>,
): Promise<void> {
  const entriesOf = async ({ source, id }: RecordRef) => {
    const members = linkedLayers(tx).map(({ id: of, run }) => runTables(of, run).member);
    const { rows } = await tx.client.query<{ entry: string }>(
      members
        .map((member) => `select entry::text from ${member} where register = $1 and record_id = $2::bigint`)
        .join(' union '),
      [source, id],
    );
    return rows.map(({ entry }) => entry);
  };
  const ends = [await entriesOf(left), await entriesOf(right)];
  await tx.client.query(
    `update ${runTables(layer.id, layer.run).link}
     set state = $3, guard = $4
     where (left_entry = any($1::uuid[]) and right_entry = any($2::uuid[]))
       or (left_entry = any($2::uuid[]) and right_entry = any($1::uuid[]))`,
    [...ends, verdict === 'same' ? 'accepted' : 'held_back', verdict === 'same' ? null : 'reviewer'],
  );
}
