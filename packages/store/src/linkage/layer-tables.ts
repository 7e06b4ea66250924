import { StoreProblem } from '../problem.ts';
import type { Layer, Wall } from './linkage-types.ts';
import { isSameWall } from './wall.ts';
import type { RightsTransaction } from './with-rights.ts';

/** The tables of one run of a layer, with their schema. */
export interface RunTables {
  readonly entry: string;
  readonly member: string;
  readonly key: string;
  readonly link: string;
}

/** The tables that stay over all runs of a layer. */
export interface LayerTables {
  readonly event: string;
  readonly decision: string;
}

export type LinkedLayer = Layer & { readonly run: number };

/** Both numbers come from the database, so they may stand in SQL. */
export const runTables = (layer: number, run: number): RunTables => ({
  entry: `linkage.entry_${layer}_${run}`,
  member: `linkage.member_${layer}_${run}`,
  key: `linkage.entry_key_${layer}_${run}`,
  link: `linkage.link_${layer}_${run}`,
});

export const layerTables = (layer: number): LayerTables => ({
  event: `linkage.person_event_${layer}`,
  decision: `linkage.decision_${layer}`,
});

/** The layers that have been linked, of those that are seen. */
export const linkedLayers = (tx: RightsTransaction): readonly LinkedLayer[] =>
  tx.layers.filter((layer): layer is LinkedLayer => layer.run !== null);

export const findLayer = (tx: RightsTransaction, wall: Wall): Layer | null =>
  tx.layers.find((layer) => isSameWall(layer.wall, wall)) ?? null;

/** A layer that has been linked; throws `StoreProblem` `not_linked` where it has not, or where it is not to be seen. */
export function getLinkedLayer(tx: RightsTransaction, wall: Wall): LinkedLayer {
  const layer = findLayer(tx, wall);
  if (layer !== null && layer.run !== null) return { ...layer, run: layer.run };
  throw new StoreProblem(
    'not_linked',
    'These registers have not been linked yet.',
    'Link them as a whole first: leeto link.',
  );
}
