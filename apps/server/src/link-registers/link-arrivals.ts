import type { RecordDeclaration } from '@leeto/registers';
import {
  entryIdOf,
  findGone,
  findTouched,
  findUnlinked,
  type Instance,
  linkedWith,
  type PersonEvent,
  StoreProblem,
  type Wall,
  withRights,
} from '@leeto/store';
import { removeAtDesk } from './desk.ts';
import { atDesk, getDesk } from './get-desk.ts';
import { followOpenPersons } from './link-across.ts';
import { type LinkOneOptions, linkOne, wallAround } from './link-one.ts';
import { linkProtectedPair } from './link-protected-pair.ts';
import { linkProtectedRegister } from './link-protected-register.ts';
import { pairsOf } from './link-registers.ts';
import { personRegisters } from './person-registers.ts';
import { readCellsOf } from './read-person-records.ts';

export interface ArrivalsOptions extends LinkOneOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface ArrivalsOutcome {
  /** Records that came, or that say something else than they did. */
  readonly linked: number;
  readonly changed: number;
  readonly removed: number;
  /** By kind. */
  readonly events: Readonly<Record<string, number>>;
}

export interface AllArrivals {
  readonly open: ArrivalsOutcome;
  /** By protected register. Not to be shown to those without the right. */
  readonly protected: Readonly<Record<string, ArrivalsOutcome>>;
}

/** Records taken out in one transaction: desks of the layer wait so long. */
const PORTION = 200;
/** Changed records that are read at once. */
const READ = 5000;

/**
 * Links what came or changed since the registers were last linked, record by record with the model of that time, and takes out what is
 * no longer there. The persons are those that linking everything at once with that model gives. What happened to open persons is then
 * taken into account behind each wall.
 */
export async function linkArrivals(instance: Instance, options: ArrivalsOptions): Promise<AllArrivals> {
  const registers = personRegisters(options.catalogue);
  const open = new Tally();
  for (const declaration of registers.open) await catchUp(instance, declaration, options, open);
  const behind: Record<string, ArrivalsOutcome> = {};
  const moved = new Set<string>();
  for (const declaration of registers.protected) {
    const tally = new Tally();
    const followed = await catchUpBehindWall(instance, declaration, options, tally);
    behind[declaration.id] = tally.outcome;
    if (followed > 0 || !tally.isEmpty) moved.add(declaration.id);
  }
  for (const pair of pairsOf(registers.protected)) {
    options.signal?.throwIfAborted();
    const wall = pair.map(({ id }) => id).sort();
    if (wall.some((register) => moved.has(register)) || !(await isUpToDate(instance, wall)))
      await linkProtectedPair(instance, pair, layerOptions(options));
  }
  return { open: open.outcome, protected: behind };
}

/** Takes out of the persons what has left one register, and links anew what changed in it: after a withdrawal. */
export async function followRegister(
  instance: Instance,
  declaration: RecordDeclaration,
  options: ArrivalsOptions,
): Promise<ArrivalsOutcome> {
  const tally = new Tally();
  const wall = wallAround(declaration);
  if (!(await isLinked(instance, declaration, wall))) return tally.outcome;
  await takeOut(instance, declaration, wall, options, tally);
  await linkChanged(instance, declaration, wall, options, tally);
  return tally.outcome;
}

class Tally {
  #linked = 0;
  #changed = 0;
  #removed = 0;
  readonly #events: Record<string, number> = {};

  note(
    what: 'linked' | 'changed' | 'removed',
    many: number,
    events: readonly PersonEvent[],
    options: ArrivalsOptions,
  ): void {
    if (what === 'linked') this.#linked += many;
    else if (what === 'changed') this.#changed += many;
    else this.#removed += many;
    for (const { kind } of events) this.#events[kind] = (this.#events[kind] ?? 0) + 1;
    options.onProgress?.(this.#linked + this.#changed + this.#removed);
  }

  add(events: Readonly<Record<string, number>>): void {
    for (const [kind, many] of Object.entries(events)) this.#events[kind] = (this.#events[kind] ?? 0) + many;
  }

  get isEmpty(): boolean {
    return this.#linked + this.#changed + this.#removed === 0;
  }

  get outcome(): ArrivalsOutcome {
    return { linked: this.#linked, changed: this.#changed, removed: this.#removed, events: { ...this.#events } };
  }
}

async function catchUp(
  instance: Instance,
  declaration: RecordDeclaration,
  options: ArrivalsOptions,
  tally: Tally,
): Promise<void> {
  const wall = wallAround(declaration);
  await takeOut(instance, declaration, wall, options, tally);
  await linkChanged(instance, declaration, wall, options, tally);
  const arrived = await withRights(instance, { registers: wall, role: 'reader' }, (tx) =>
    findUnlinked(tx, wall, declaration.id),
  );
  if (arrived.length > 0 && !(await isLinked(instance, declaration, wall))) throw newRegister(declaration.id);
  for (const recordId of arrived) {
    options.signal?.throwIfAborted();
    tally.note('linked', 1, (await linkOne(instance, { register: declaration.id, recordId }, options)).events, options);
  }
}

/**
 * A protected register that was never linked, or by another model than the open ones are now, is linked as a whole. Returns how many of
 * its persons were held against open ones that changed.
 */
async function catchUpBehindWall(
  instance: Instance,
  declaration: RecordDeclaration,
  options: ArrivalsOptions,
  tally: Tally,
): Promise<number> {
  const wall = wallAround(declaration);
  if (!(await isUpToDate(instance, wall))) {
    const { records, events } = await linkProtectedRegister(instance, declaration, layerOptions(options));
    tally.note('linked', records, [], options);
    tally.add(events);
    return 0;
  }
  await catchUp(instance, declaration, options, tally);
  return atDesk(
    instance,
    wall,
    () => null,
    (tx, desk) => followOpenPersons(tx, desk, wall),
  );
}

const layerOptions = ({ causedBy, signal }: ArrivalsOptions) => ({
  startedBy: causedBy,
  ...(signal === undefined ? {} : { signal }),
});

async function isUpToDate(instance: Instance, wall: Wall): Promise<boolean> {
  return withRights(instance, { registers: wall, role: 'reader' }, async (tx) => {
    const layer = tx.layers.find((one) => one.wall.join() === wall.join());
    if (layer === undefined || layer.run === null) return false;
    return (await linkedWith(tx, wall)).model === (await linkedWith(tx, [])).model;
  });
}

async function isLinked(instance: Instance, { id }: RecordDeclaration, wall: Wall): Promise<boolean> {
  return withRights(instance, { registers: wall, role: 'reader' }, async (tx) => {
    const layer = tx.layers.find((one) => one.wall.join() === wall.join());
    if (layer === undefined || layer.run === null) return false;
    return (await linkedWith(tx, wall)).registers.includes(id);
  });
}

async function takeOut(
  instance: Instance,
  declaration: RecordDeclaration,
  wall: Wall,
  options: ArrivalsOptions,
  tally: Tally,
): Promise<void> {
  const gone = await withRights(instance, { registers: wall, role: 'reader' }, (tx) =>
    findGone(tx, wall, declaration.id),
  );
  for (let at = 0; at < gone.length; at += PORTION) {
    options.signal?.throwIfAborted();
    const records = gone.slice(at, at + PORTION).map((id) => ({ source: declaration.id, id }));
    tally.note('removed', records.length, await removeAtDesk(instance, wall, records, options.causedBy), options);
  }
}

/** Links anew the records that say something else than what their entry says. */
async function linkChanged(
  instance: Instance,
  declaration: RecordDeclaration,
  wall: Wall,
  options: ArrivalsOptions,
  tally: Tally,
): Promise<void> {
  const touched = await withRights(instance, { registers: wall, role: 'reader' }, (tx) =>
    findTouched(tx, wall, declaration.id),
  );
  const desk = await getDesk(instance);
  for (let at = 0; at < touched.length; at += READ) {
    const portion = touched.slice(at, at + READ);
    const ids = portion.map(({ id }) => id);
    const cells = await readCellsOf(instance.reader, declaration, desk.model.spec, ids);
    for (const { id, entry } of portion) {
      options.signal?.throwIfAborted();
      const own = cells.get(id);
      if (own === undefined || entryIdOf({ fields: desk.normalise(own), uniqueSource: null }, wall) === entry) continue;
      const { events } = await linkOne(instance, { register: declaration.id, recordId: id }, options);
      tally.note('changed', 1, events, options);
    }
  }
}

const newRegister = (register: string): StoreProblem =>
  new StoreProblem(
    'register_not_linked',
    `The register ${register} was not there when the registers were last linked.`,
    'Link all of them: leeto link.',
  );
