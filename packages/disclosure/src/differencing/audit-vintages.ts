import { type AuditedCell, auditPublished, type PublishedCell } from '../audit/audit-published.ts';

export interface Vintage {
  readonly name: string;
  readonly cells: readonly PublishedCell[];
}

export interface VintageAudit {
  readonly passed: boolean;
  /** Sensitive cells that all releases together leave narrower than required. */
  readonly failing: readonly AuditedCell[];
  /** Cells that were suppressed before and are shown now, or the other way round. */
  readonly changedMarks: readonly { readonly key: readonly string[]; readonly before: string; readonly now: string }[];
  /** Figures that two releases give differently. */
  readonly changedValues: readonly { readonly key: readonly string[]; readonly before: number; readonly now: number }[];
}

/**
 * Guards a release against differences from earlier releases of the same cells: what any of them shows is known, what all of them suppress
 * is hidden, and sums over the union of their cells hold, so that a margin of one and a detail of another meet. Where figures were revised, cells
 * of the two vintages no longer add up together: then each cell is taken as the newest release shows it, and revised cells are named, because a
 * reader who knows that a cell was not revised may join the vintages there.
 */
export async function auditVintages({
  vintages,
  parents,
  boundsOf,
  required,
}: {
  /** Oldest first; the last is the one to be released. */
  readonly vintages: readonly Vintage[];
  readonly parents: readonly ReadonlyMap<string, string>[];
  readonly boundsOf: (cell: PublishedCell) => { readonly low: number; readonly high: number };
  /** How wide the interval of a sensitive cell must be. */
  readonly required: number;
}): Promise<VintageAudit> {
  const union = new Map<string, PublishedCell>();
  const changedMarks: { key: readonly string[]; before: string; now: string }[] = [];
  const changedValues: { key: readonly string[]; before: number; now: number }[] = [];
  for (const { cells } of vintages) {
    for (const cell of cells) {
      const id = JSON.stringify(cell.key);
      const before = union.get(id);
      if (before === undefined) {
        union.set(id, cell);
        continue;
      }
      if (before.mark !== cell.mark) changedMarks.push({ key: cell.key, before: before.mark, now: cell.mark });
      if (before.value !== null && cell.value !== null && before.value !== cell.value) {
        changedValues.push({ key: cell.key, before: before.value, now: cell.value });
      }
      // Shown once is known; a small count that was marked as one stays known to be small.
      const value = cell.value ?? before.value;
      const mark = value !== null ? 'F' : before.mark === 'C' || cell.mark === 'C' ? 'C' : 'D';
      union.set(id, { key: cell.key, value, mark });
    }
  }
  // A sensitive cell of the new release that an earlier one shows is disclosed outright.
  const sensitive = new Set(
    vintages.flatMap(({ cells }) => cells.flatMap(({ key, mark }) => (mark === 'C' ? [JSON.stringify(key)] : []))),
  );
  const shown = [...union.values()].flatMap(({ key, value }): AuditedCell[] =>
    value !== null && sensitive.has(JSON.stringify(key)) ? [{ key, mark: 'C', low: value, high: value }] : [],
  );
  const cells = [...union.values()];
  let audited: readonly AuditedCell[];
  try {
    audited = await auditPublished({ cells, parents, boundsOf });
  } catch (error) {
    // Revised figures contradict each other, so that no table fits all: the newest release is then judged by itself.
    if (changedValues.length === 0) throw error;
    audited = await auditPublished({ cells: vintages.at(-1)?.cells ?? [], parents, boundsOf });
  }
  const narrow = audited.filter(({ mark, low, high }) => mark === 'C' && high - low < required - 1e-6);
  const failing = [...shown, ...narrow];
  return { passed: failing.length === 0, failing, changedMarks, changedValues };
}
