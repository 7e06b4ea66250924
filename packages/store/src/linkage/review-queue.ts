import { type LinkedLayer, linkedLayers, runTables } from './layer-tables.ts';
import type { KeptLink, RecordRef, Wall } from './linkage-types.ts';
import { isWithin } from './wall.ts';
import type { RightsTransaction } from './with-rights.ts';

/** A pair that waits for a reviewer. */
export interface PairToReview extends KeptLink {
  readonly wall: Wall;
  /** A record of each entry. */
  readonly leftRecord: RecordRef | null;
  readonly rightRecord: RecordRef | null;
}

/** Where the next page begins: what `reviewQueuePage` gave as `next`. */
export interface ReviewCursor {
  readonly weight: number;
  readonly left: string;
  readonly right: string;
}

/**
 * Pairs in review of all layers seen, the strongest first, page by page. Pairs that were decided have left it; a pair on which
 * a reviewer was unsure is still in it.
 */
export async function reviewQueuePage(
  tx: RightsTransaction,
  page: { readonly limit: number; readonly after?: ReviewCursor },
): Promise<{ readonly pairs: readonly PairToReview[]; readonly next: ReviewCursor | null }> {
  const layers = linkedLayers(tx);
  if (layers.length === 0) return { pairs: [], next: null };
  const after = page.after ?? null;
  const { rows } = await tx.client.query<QueueRow>(
    `${layers.map((layer) => pageOf(layer, layers, after !== null)).join('\nunion all\n')}
     order by weight desc, left_entry desc, right_entry desc
     limit $1`,
    [page.limit, ...(after === null ? [] : [after.weight, after.left, after.right])],
  );
  const walls = new Map(layers.map(({ id, wall }) => [id, wall]));
  const pairs = rows.map((row) => presentPair(row, walls.get(row.layer) ?? []));
  const last = pairs.at(-1);
  const isFull = last !== undefined && pairs.length === page.limit;
  return { pairs, next: isFull ? { weight: last.weight, left: last.left, right: last.right } : null };
}

/** How many pairs wait, in the layers seen. */
export async function countReviewQueue(tx: RightsTransaction): Promise<number> {
  let count = 0;
  for (const { id, run } of linkedLayers(tx)) {
    const { rows } = await tx.client.query<{ count: number }>(
      `select count(*) as count from ${runTables(id, run).link} where state = 'review'`,
    );
    count += rows[0]?.count ?? 0;
  }
  return count;
}

interface QueueRow {
  layer: number;
  left_entry: string;
  right_entry: string;
  weight: number;
  guard: string | null;
  levels: Uint8Array;
  left_register: string | null;
  left_id: string | null;
  right_register: string | null;
  right_id: string | null;
}

function pageOf(layer: LinkedLayer, layers: readonly LinkedLayer[], isLater: boolean): string {
  const within = layers.filter(({ wall }) => isWithin(wall, layer.wall));
  const recordOf = (end: string) => `
    left join lateral (
      ${within
        .map(
          ({ id, run }) =>
            `select register, record_id::text from ${runTables(id, run).member} where entry = link.${end} and person is not null`,
        )
        .join(' union all ')}
      limit 1
    ) as of_${end} on true`;
  return `(
    select ${layer.id} as layer, left_entry::text, right_entry::text, weight, guard, levels,
      of_left_entry.register as left_register, of_left_entry.record_id as left_id,
      of_right_entry.register as right_register, of_right_entry.record_id as right_id
    from (
      select left_entry, right_entry, weight, guard, levels
      from ${runTables(layer.id, layer.run).link}
      where state = 'review' ${isLater ? 'and (weight, left_entry, right_entry) < ($2, $3::uuid, $4::uuid)' : ''}
      order by weight desc, left_entry desc, right_entry desc
      limit $1
    ) as link
    ${recordOf('left_entry')}
    ${recordOf('right_entry')}
  )`;
}

function presentPair(row: QueueRow, wall: Wall): PairToReview {
  const record = (source: string | null, id: string | null) => (source === null || id === null ? null : { source, id });
  return {
    left: row.left_entry.replaceAll('-', ''),
    right: row.right_entry.replaceAll('-', ''),
    weight: row.weight,
    probability: 1 / (1 + 2 ** -row.weight),
    state: 'review',
    guard: row.guard,
    levels: row.levels,
    wall,
    leftRecord: record(row.left_register, row.left_id),
    rightRecord: record(row.right_register, row.right_id),
  };
}
