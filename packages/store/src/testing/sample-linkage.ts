import type { RegisterDeclaration } from '@leeto/registers';
import type { Instance } from '../instance/instance.ts';
import { entryIdOf } from '../linkage/entry-id.ts';
import { saveModel } from '../linkage/link-models.ts';
import { beginLinkRun, finishLinkRun } from '../linkage/link-run.ts';
import type { EntryId, LinkState, PersonEvent, PersonId, RecordRef } from '../linkage/linkage-types.ts';
import type { LinkedContent } from '../linkage/linked-content.ts';
import { takePersonIds } from '../linkage/person-events.ts';
import { wallOf } from '../linkage/wall.ts';

/** A record of a made-up linkage: its values, its blocking keys, and which others of the run are the same person. */
export interface SampleRecord {
  readonly id: string;
  readonly fields: readonly string[];
  readonly keys: readonly bigint[];
  /** Records with the same group are one person. */
  readonly group: string;
}

export interface SampleLink {
  /** Index of a record. */
  readonly left: number;
  /** Index of a record, or an entry of another layer. */
  readonly right: number | EntryId;
  readonly weight: number;
  readonly state: LinkState;
}

/** Links one register with itself and with what `links` names, and returns the persons by group. */
export async function linkSample(
  instance: Instance,
  declaration: RegisterDeclaration,
  records: readonly SampleRecord[],
  links: readonly SampleLink[] = [],
): Promise<ReadonlyMap<string, PersonId>> {
  const isOpen = wallOf([declaration]).length === 0;
  const run = await beginLinkRun(instance, {
    declarations: [declaration],
    startedBy: 'tester',
    ...(isOpen ? { model: await saveModel(instance, { format: 'sample' }) } : {}),
  });
  const groups = [...new Set(records.map(({ group }) => group))];
  const ids = await takePersonIds(run.client, run.wall, groups.length);
  const persons = new Map(groups.map((group, index) => [group, ids[index] ?? '']));
  const refOf = ({ id }: SampleRecord): RecordRef => ({ source: declaration.id, id });
  const events = groups.map(
    (group): PersonEvent => ({
      kind: 'created',
      person: persons.get(group) ?? '',
      records: records.filter((record) => record.group === group).map(refOf),
    }),
  );
  await finishLinkRun(run, {
    content: sampleContent(declaration.id, records, links, (record) => persons.get(record.group) ?? ''),
    events,
    counts: { records: records.length },
  });
  return persons;
}

/** Each record an entry of its own. */
export function sampleContent(
  source: string,
  records: readonly SampleRecord[],
  links: readonly SampleLink[],
  personOf: (record: SampleRecord) => PersonId,
): LinkedContent {
  const keys = records.flatMap((record, entry) => record.keys.map((key) => ({ key, entry })));
  const elsewhere = links.flatMap(({ right }) => (typeof right === 'string' ? [right] : []));
  const indexOf = (right: number | EntryId) =>
    typeof right === 'number' ? right : records.length + elsewhere.indexOf(right);
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new RangeError('no such item');
    return item;
  };
  return {
    entries: {
      count: records.length,
      contentOf: (entry) => ({ fields: at(records, entry).fields, uniqueSource: null }),
    },
    members: {
      count: records.length,
      recordOf: (member) => ({ source, id: at(records, member).id }),
      entryOf: Int32Array.from(records.keys()),
      personOf: (member) => personOf(at(records, member)),
    },
    keys: {
      count: keys.length,
      key: BigInt64Array.from(keys.map(({ key }) => key)),
      entry: Int32Array.from(keys.map(({ entry }) => entry)),
    },
    links: {
      count: links.length,
      left: Int32Array.from(links.map(({ left }) => left)),
      right: Int32Array.from(links.map(({ right }) => indexOf(right))),
      weight: Float64Array.from(links.map(({ weight }) => weight)),
      stateOf: (link) => at(links, link).state,
      guardOf: (link) => (at(links, link).state === 'held_back' ? 'impossible' : null),
      levels: new Uint8Array(links.length * 2),
      width: 2,
    },
    elsewhere,
  };
}

/** The entry that `linkSample` made of a record. */
export const sampleEntry = (declaration: RegisterDeclaration, record: SampleRecord): EntryId =>
  entryIdOf({ fields: record.fields, uniqueSource: null }, wallOf([declaration]));
