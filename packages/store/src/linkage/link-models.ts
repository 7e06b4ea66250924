import type { Instance } from '../instance/instance.ts';
import type { RightsTransaction } from './with-rights.ts';

export interface KeptModel {
  readonly id: number;
  /** ISO instant. */
  readonly madeAt: string;
  /** As `model.json` has it. */
  readonly document: unknown;
}

/** Keeps a model that was learnt from open registers alone; a link run that uses it names the id. */
export async function saveModel(instance: Pick<Instance, 'application'>, document: object): Promise<number> {
  const { rows } = await instance.application.query<{ id: number }>(
    'insert into linkage.model (document) values ($1) returning id',
    [JSON.stringify(document)],
  );
  return rows[0]?.id ?? 0;
}

/** The model with which the open registers are linked today; null before the first run. */
export async function currentModel(tx: RightsTransaction): Promise<KeptModel | null> {
  const { rows } = await tx.client.query<{ id: number; made_at: string; document: unknown }>(
    `select model.id, model.made_at, model.document
     from linkage.layer
     join linkage.run on run.layer = layer.id and run.number = layer.current_run
     join linkage.model on model.id = run.model
     where layer.wall = '{}'`,
  );
  const row = rows[0];
  return row === undefined ? null : { id: row.id, madeAt: row.made_at, document: row.document };
}
