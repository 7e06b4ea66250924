import type { RecordDeclaration } from '@leeto/registers';
import type pg from 'pg';
import { lockLayer, tryLockLinkRun, unlockLinkRun } from '../database/locks.ts';
import type { Instance } from '../instance/instance.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { carryOver, followMerges } from './carry-over.ts';
import { layerTables } from './layer-tables.ts';
import type { PersonEvent, RecordRef, Wall } from './linkage-types.ts';
import type { LinkedContent } from './linked-content.ts';
import { copyEvents } from './person-events.ts';
import { wallOf } from './wall.ts';
import { type RightsTransaction, takeRights } from './with-rights.ts';
import { type WriteProgress, type Written, writePersons } from './write-persons.ts';

/** A linking of whole registers that is under way. Nothing of it is seen before `finishLinkRun`. */
export interface LinkRun {
  readonly layer: number;
  readonly number: number;
  readonly wall: Wall;
  /** The run whose tables held when this one began; null for the first. */
  readonly before: number | null;
  /** Last event of the layer when it began: what was linked at a desk meanwhile comes after. */
  readonly eventBefore: number;
  readonly startedBy: string;
  readonly client: pg.PoolClient;
  /** The run's own transaction, for reading what holds today: members, decisions, events, and the open layer. */
  readonly tx: RightsTransaction;
}

export interface LinkRunOptions {
  /**
   * What is linked. Open registers together; or protected ones: one register (with itself and with the open layer) or two
   * (with each other). Open and protected ones are never in one run.
   */
  readonly declarations: readonly RecordDeclaration[];
  /** What `saveModel` gave; for protected registers absent: they are linked with the model of the open ones. */
  readonly model?: number;
  readonly startedBy: string;
  readonly snapshot?: string;
}

/**
 * Begins a run: its row says `running` for all who may see it, and all else happens in one transaction that `finishLinkRun`
 * commits. Throws `StoreProblem` `link_run_under_way` where the same layer is being linked already. A program that is killed
 * leaves nothing but a row that the next opening marks `interrupted`.
 */
export async function beginLinkRun(instance: Pick<Instance, 'application'>, options: LinkRunOptions): Promise<LinkRun> {
  const wall = wallOf(options.declarations);
  const registers = options.declarations.map(({ id }) => id);
  if (wall.length > 0 && wall.length < registers.length) {
    throw new StoreProblem(
      'wall_mixed',
      'Open and protected registers cannot be linked in one run.',
      'Link the open registers first, then each protected register to them.',
    );
  }
  if (wall.length === 0 && options.model === undefined)
    throw new TypeError('a run over open registers names its model');
  const client = await instance.application.connect().catch((error) => {
    throw toStoreProblem(error);
  });
  let held = -1;
  try {
    const layer = await inTransaction(client, wall, () => ensureLayer(client, wall));
    if (!(await tryLockLinkRun(client, layer))) {
      throw new StoreProblem(
        'link_run_under_way',
        'These registers are being linked already.',
        'Wait for that run to end, or stop it.',
      );
    }
    held = layer;
    const begun = await inTransaction(client, wall, () => insertRun(client, layer, wall, registers, options));
    await client.query('begin');
    const layers = await takeRights(client, wall);
    await client.query('select linkage.make_run_tables($1, $2, $3)', [layer, begun.number, registers]);
    return { layer, wall, ...begun, startedBy: options.startedBy, client, tx: { client, registers: wall, layers } };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (held >= 0) await unlockLinkRun(client, held).catch(() => {});
    client.release();
    throw toStoreProblem(error);
  }
}

/**
 * Writes what was found, by COPY, then puts it in the place of the run before, in one moment for every reader. Records that
 * were linked singly since the run began are carried over as they are and named in `carriedOver`: link them again. Whatever
 * fails leaves everything as it was, and the run `interrupted`.
 */
export async function finishLinkRun(
  run: LinkRun,
  found: {
    readonly content: LinkedContent;
    /** What the run changes of persons, in order. */
    readonly events: Iterable<PersonEvent>;
    readonly counts: Readonly<Record<string, number>>;
    readonly notices?: readonly object[];
    readonly onProgress?: WriteProgress;
  },
): Promise<{ readonly written: Written; readonly carriedOver: readonly RecordRef[] }> {
  const { client, layer, number } = run;
  try {
    const written = await writePersons(run, found.content, found.onProgress);
    found.onProgress?.({ stage: 'indexes', rows: 0 });
    await client.query('select linkage.finish_run_tables($1, $2)', [layer, number]);
    await lockLayer(client, layer);
    const carriedOver = await carryOver(run);
    const events = await copyEvents(client, layer, found.events, { causedBy: run.startedBy, run: number });
    found.onProgress?.({ stage: 'events', rows: events });
    await followMerges(run, carriedOver);
    await client.query(
      `update linkage.run
       set status = 'done', finished_at = clock_timestamp(), counts = $3, notices = $4
       where layer = $1 and number = $2`,
      [layer, number, JSON.stringify(found.counts), JSON.stringify(found.notices ?? [])],
    );
    await client.query('update linkage.layer set current_run = $2 where id = $1', [layer, number]);
    await client.query('commit');
    await endRun(run, true);
    return { written: { ...written, events }, carriedOver };
  } catch (error) {
    await interruptLinkRun(run);
    throw toStoreProblem(error);
  }
}

/**
 * From now to the end of the run, desks and reviewers of this layer wait: what the run read of persons stays true. Readers do
 * not wait. To be called before persons are read and numbered, not before the long work.
 */
export const holdDesks = (run: LinkRun): Promise<void> => lockLayer(run.client, run.layer);

/** Gives a run up: all stays as it was before. */
export async function interruptLinkRun(run: LinkRun): Promise<void> {
  const isSound = await run.client.query('rollback').then(
    () => true,
    () => false,
  );
  if (isSound) {
    await inTransaction(run.client, run.wall, () => markInterrupted(run.client, run.layer, run.number)).catch(() => {});
  }
  await endRun(run, isSound);
}

/** Marks runs as interrupted that no session makes any more; `wall`s whose right the caller has. */
export async function recoverLinkRuns(client: pg.ClientBase, registers: readonly string[]): Promise<readonly string[]> {
  return inTransaction(client, registers, async () => {
    const { rows } = await client.query<{ layer: number; number: number; registers: string[] }>(
      `select layer, number, registers from linkage.run where status = 'running' order by layer, number`,
    );
    const notices: string[] = [];
    for (const row of rows) {
      if (!(await tryLockLinkRun(client, row.layer))) continue;
      await markInterrupted(client, row.layer, row.number);
      await unlockLinkRun(client, row.layer);
      notices.push(`The linking of ${row.registers.join(', ')} was cut short: all is as before; link them again.`);
    }
    return notices;
  });
}

/** Finds the layer of a wall, or makes it: its tables of events and decisions. The transaction must hold the rights. */
export async function ensureLayer(client: pg.ClientBase, wall: Wall): Promise<number> {
  const { rows } = await client.query<{ layer: number }>('select linkage.ensure_layer($1) as layer', [wall]);
  return rows[0]?.layer ?? 0;
}

async function insertRun(
  client: pg.ClientBase,
  layer: number,
  wall: Wall,
  registers: readonly string[],
  options: LinkRunOptions,
): Promise<{ number: number; before: number | null; eventBefore: number }> {
  await client.query(`update linkage.run set status = 'interrupted' where layer = $1 and status = 'running'`, [layer]);
  await client.query('select linkage.drop_superseded($1)', [layer]);
  const { event } = layerTables(layer);
  const model = wall.length === 0 ? options.model : await modelOfOpenLayer(client);
  const { rows } = await client.query<{ number: number; before: number | null; event_before: number }>(
    `with mark as (select coalesce(max(number), 0) as open_event from linkage.person_event_0),
     begun as (
       insert into linkage.run (layer, number, wall, registers, model, status, snapshot, started_by, open_event)
       select $1, coalesce((select max(number) from linkage.run where layer = $1), 0) + 1, $2, $3, $4, 'running', $5, $6,
         mark.open_event
       from mark
       returning number
     )
     select begun.number, layer.current_run as before, coalesce((select max(number) from ${event}), 0) as event_before
     from begun
     join linkage.layer on layer.id = $1`,
    [layer, wall, registers, model, options.snapshot ?? null, options.startedBy],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('a link run was not begun');
  return { number: row.number, before: row.before, eventBefore: row.event_before };
}

/** Learnt from open registers alone and used behind each wall as it is: nothing protected can show in it. */
async function modelOfOpenLayer(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ model: number }>(
    `select run.model
     from linkage.layer
     join linkage.run on run.layer = layer.id and run.number = layer.current_run
     where layer.wall = '{}'`,
  );
  if (rows[0] !== undefined) return rows[0].model;
  throw new StoreProblem(
    'not_linked',
    'The open registers have not been linked yet.',
    'Link them first: protected registers are linked to what was found among the open ones.',
  );
}

const markInterrupted = (client: pg.ClientBase, layer: number, number: number) =>
  client.query(
    `update linkage.run set status = 'interrupted', finished_at = now()
     where layer = $1 and number = $2 and status = 'running'`,
    [layer, number],
  );

async function endRun(run: LinkRun, isSound: boolean): Promise<void> {
  if (isSound) await unlockLinkRun(run.client, run.layer).catch(() => {});
  run.client.release(!isSound);
}

async function inTransaction<Result>(
  client: pg.ClientBase,
  registers: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    await takeRights(client, registers);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
