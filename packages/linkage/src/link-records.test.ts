import { describe, expect, test } from 'vitest';
import { LinkProblem } from './link-problem.ts';
import { type LinkOptions, linkRecords } from './link-records.ts';
import type { LinkResult } from './link-result.ts';
import type { LinkageModel } from './model.ts';
import { makeRandom } from './random.ts';
import { RecordSetBuilder } from './records/build-records.ts';
import type { LinkMode, LinkSpec } from './spec/link-spec.ts';
import { makePeople, personSpec, recordsOf } from './synthetic-records.fixture.ts';

const people = makePeople(400, 11);
/** Below what all pairs would cost, so that blocking rules are chosen. */
const blocked: LinkOptions = { budget: 40_000, threads: 0 };

/** All that a result says, without the times. */
function bytesOf({ model, pairs, clusters, candidatePairs, notices, selfWeight }: LinkResult) {
  return {
    model: JSON.stringify(model),
    left: Buffer.from(pairs.left.buffer).toString('base64'),
    right: Buffer.from(pairs.right.buffer).toString('base64'),
    weight: Buffer.from(pairs.weight.buffer).toString('base64'),
    levels: Buffer.from(pairs.levels.buffer).toString('base64'),
    self: Buffer.from(selfWeight.buffer).toString('base64'),
    persons: [...clusters.personOf],
    candidatePairs,
    notices,
  };
}

/** Records by person, as sets: the persons whatever their numbers. */
function groupsOf(personOf: ArrayLike<number>, names: readonly number[]): readonly string[] {
  const groups = new Map<number, number[]>();
  for (const [record, name] of names.entries()) {
    const person = personOf[record] as number;
    groups.set(person, [...(groups.get(person) ?? []), name]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b).join(' ')).sort();
}

function f1Of(result: LinkResult, rows: readonly { readonly person: number }[]) {
  const pairsIn = (keys: readonly unknown[]) => {
    const counts = new Map<unknown, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  };
  const found = [...result.clusters.personOf];
  const truth = rows.map(({ person }) => person);
  const both = pairsIn(found.map((person, i) => `${person} ${truth[i]}`));
  return { precision: both / pairsIn(found), recall: both / pairsIn(truth) };
}

describe('linking people', () => {
  const records = recordsOf(people);
  const results = { all: linkRecords(records, { threads: 0 }), blocked: linkRecords(records, blocked) };

  test('people with slips in a field are found, without and with blocking', async () => {
    for (const result of [await results.all, await results.blocked]) {
      const { precision, recall } = f1Of(result, people);
      expect(precision).toBeGreaterThan(0.99);
      expect(recall).toBeGreaterThan(0.96);
    }
    expect((await results.blocked).candidatePairs).toBeLessThanOrEqual(40_000);
  });

  test('the same records give the same result, byte by byte, in any number of threads', async () => {
    const first = bytesOf(await results.blocked);
    for (const threads of [0, 1, 3]) {
      expect(bytesOf(await linkRecords(recordsOf(people), { ...blocked, threads }))).toEqual(first);
    }
  });

  test('pairs are sorted, the lower entry first, each once', async () => {
    const { pairs, entries } = await results.blocked;
    expect(pairs.count).toBeGreaterThan(200);
    expect(pairs.levels.length).toBe(pairs.count * pairs.comparisons);
    for (let i = 0; i < pairs.count; i += 1) {
      const [left, right] = [pairs.left[i] as number, pairs.right[i] as number];
      const before = i === 0 ? -1 : (pairs.left[i - 1] as number) * entries.count + (pairs.right[i - 1] as number);
      if (!(left < right) || left * entries.count + right <= before) throw new Error(`pair ${i} is out of order`);
    }
  });

  test('records in another order are the same persons', async () => {
    const random = makeRandom(5);
    const order = people.map((_, i) => ({ i, at: random() })).sort((a, b) => a.at - b.at);
    const shuffled = order.map(({ i }) => people[i] ?? { person: -1, cells: [] });
    const one = await results.all;
    const other = await linkRecords(recordsOf(shuffled), { threads: 0 });
    const names = people.map((_, i) => i);
    const otherGroups = groupsOf(
      other.clusters.personOf,
      order.map(({ i }) => i),
    );
    expect(otherGroups).toEqual(groupsOf(one.clusters.personOf, names));
  });

  test('a model read back from JSON gives the same pairs and persons, and is not changed', async () => {
    const first = await results.blocked;
    const model = JSON.parse(JSON.stringify(first.model)) as LinkageModel;
    const again = await linkRecords(records, { ...blocked, model });
    expect(bytesOf(again)).toEqual(bytesOf(first));
  });

  test('the first and the last progress of each stage is told in its order', async () => {
    const seen: string[] = [];
    await linkRecords(records, {
      ...blocked,
      onProgress: ({ stage, done, total }) => {
        expect(done).toBeLessThanOrEqual(total);
        if (seen.at(-1) !== stage) seen.push(stage);
      },
    });
    expect(seen).toEqual(['normalise', 'block', 'train', 'compare', 'cluster']);
  });

  test.each([0, 2])('an aborted linkage stops, with %i threads', async (threads) => {
    const before = new AbortController();
    before.abort(new Error('stopped before'));
    await expect(linkRecords(records, { ...blocked, threads, signal: before.signal })).rejects.toThrow(
      'stopped before',
    );
    const during = new AbortController();
    const linking = linkRecords(records, {
      ...blocked,
      threads,
      signal: during.signal,
      onProgress: ({ stage }) => {
        if (stage === 'compare') during.abort(new Error('stopped during'));
      },
    });
    await expect(linking).rejects.toThrow('stopped during');
  });

  test('a linkage without threads of its own lets others have their turn', async () => {
    const controller = new AbortController();
    const linking = linkRecords(records, { ...blocked, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopped by a timer')), 0);
    await expect(linking).rejects.toThrow('stopped by a timer');
  });

  test('decisions of reviewers are followed against the weights', async () => {
    const { clusters } = await results.all;
    const [a, b] = firstTwo([...clusters.personOf], true);
    const [c, d] = firstTwo([...clusters.personOf], false);
    const decided = await linkRecords(records, {
      threads: 0,
      decisions: [
        { left: a, right: b, verdict: 'not_the_same' },
        { left: c, right: d, verdict: 'same' },
      ],
    });
    expect(decided.clusters.personOf[a]).not.toBe(decided.clusters.personOf[b]);
    expect(decided.clusters.personOf[c]).toBe(decided.clusters.personOf[d]);
  });
});

/** Two records of one person (whose cells differ), or of two. */
function firstTwo(personOf: readonly number[], isSame: boolean): readonly [number, number] {
  for (let i = 1; i < personOf.length; i += 1) {
    const differ = JSON.stringify(people[i]?.cells) !== JSON.stringify(people[i - 1]?.cells);
    if ((personOf[i] === personOf[i - 1]) === isSame && differ) return [i - 1, i];
  }
  throw new Error('no such records');
}

describe('blocking within the budget', () => {
  const random = makeRandom(2);
  const rows = makePeople(900, 21).map(({ person, cells }) => ({
    person,
    cells: [
      cells[0] ?? null,
      random() < 0.3 ? 'UNKNOWN' : (cells[1] ?? null),
      random() < 0.3 ? '1970-01-01' : (cells[2] ?? null),
      cells[3] ?? null,
    ],
  }));

  test('a default birth day and unknown surnames do not break the budget', async () => {
    const budget = 80_000;
    const result = await linkRecords(recordsOf(rows), { budget, threads: 0 });
    const { candidatePairs, notices, model } = result;
    expect(candidatePairs).toBeLessThanOrEqual(budget);
    expect(f1Of(result, rows).recall).toBeGreaterThan(0.75);
    expect(f1Of(result, rows).precision).toBeGreaterThan(0.97);
    expect(notices.every(({ message }) => !message.includes('1970'))).toBe(true);
    expect(model.blocking.filter(({ isChosen }) => isChosen).length).toBeGreaterThan(0);
  });

  test('a block of a default birth day is left out of a rule that was asked for, with a notice that names it', async () => {
    const spec: LinkSpec = {
      ...personSpec,
      blocking: [[{ field: 'born', by: 'date' }], [{ field: 'passport', by: 'look_alike' }]],
    };
    const options = { budget: 1_000_000, threads: 0 };
    const { candidatePairs, notices, model } = await linkRecords(recordsOf(rows, spec), options);
    expect(candidatePairs).toBeLessThan(100_000);
    expect(notices.map(({ code }) => code)).toEqual(['exploding_block']);
    expect(notices[0]?.message).toContain('born');
    const [leftOut] = model.blocking.flatMap((choice) => choice.leftOut);
    expect(leftOut?.key).toBe('19700101');
    expect(leftOut?.records).toBeGreaterThan(200);
    expect(notices[0]?.message).not.toContain('1970');
  });

  test('rules asked for that cost more than the budget are refused by name', async () => {
    const spec: LinkSpec = {
      ...personSpec,
      blocking: [[{ field: 'passport', by: 'value' }], [{ field: 'given_name', by: 'first_1' }]],
    };
    const linking = linkRecords(recordsOf(rows, spec), { budget: 30_000, threads: 0 });
    await expect(linking).rejects.toThrow(LinkProblem);
    await expect(linking).rejects.toThrow(/30,000.*"given name: first letter"/s);
    await expect(linking).rejects.toMatchObject({ code: 'blocking_over_budget' });
  });

  test('a budget that no rule keeps is refused with what to do', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const spec: LinkSpec = {
      fields: Object.fromEntries(names.map((name) => [name, { kind: 'code' }])),
      mode: 'dedupe',
    };
    const kinds = ['driver', 'teacher', 'farmer', 'nurse', 'miner', 'weaver'];
    const few = Array.from({ length: 6 ** 4 }, (_, i) => ({
      cells: names.map((_name, f) => kinds[Math.floor(i / 6 ** f) % 6] ?? null),
    }));
    const linking = linkRecords(recordsOf(few, spec), { budget: 1000, threads: 0 });
    await expect(linking).rejects.toMatchObject({ code: 'no_blocking_rule' });
    await expect(linking).rejects.toHaveProperty('remedy', expect.stringContaining('budget'));
  });

  test('a model learnt on few records does not compare all pairs of many', async () => {
    const { model } = await linkRecords(recordsOf(people.slice(0, 300)), { threads: 0 });
    const budget = 40_000;
    const outcome = await linkRecords(recordsOf(people), { model, budget, threads: 0 }).then(
      ({ candidatePairs }) => candidatePairs,
      (error: unknown) => error,
    );
    if (!(outcome instanceof LinkProblem)) expect(outcome).toBeLessThanOrEqual(budget);
  });
});

describe('records of little use', () => {
  test.each([0, 1, 2, 3])('%i records give a sound result', async (count) => {
    const result = await linkRecords(recordsOf(people.slice(0, count)), { threads: 0 });
    expect(result.clusters.personOf.length).toBe(count);
    expect(result.clusters.persons).toBeLessThanOrEqual(count);
    expect(Number.isFinite(result.model.prior)).toBe(true);
    expectSound(result);
  });

  test('records alike in all they state are one person where others would hardly have written the same', async () => {
    const spec: LinkSpec = {
      mode: 'dedupe',
      fields: {
        given: { kind: 'person_name', part: 'given' },
        family: { kind: 'person_name', part: 'family' },
        born: { kind: 'date' },
      },
    };
    const random = makeRandom(5);
    const one = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
    const given = ['Thabo', 'Lineo', 'Mpho', 'Neo', 'Palesa', 'Karabo'];
    const family = ['Mokoena', 'Sello', 'Nthane', 'Molefe', 'Moyo', 'Letsie', 'Tau', 'Phiri'];
    const doubled = [
      ['Thabo', 'Mokoena', '1990-01-02'],
      ['Thabo', 'Mokoena', ''],
      ['Thabo', '', ''],
    ];
    const builder = new RecordSetBuilder(spec);
    builder.addSource('a', false);
    for (const [d, cells] of doubled.entries()) for (let i = 0; i < 40; i += 1) builder.add(`${d} ${i}`, cells);
    for (let i = 0; i < 1500; i += 1) {
      const born = `${1950 + Math.floor(random() * 60)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 19)}`;
      builder.add(`o${i}`, [one(given), one(family), born]);
    }
    const { clusters } = await linkRecords(builder.build(), { threads: 0 });
    const personsAmong = (from: number) => new Set(clusters.personOf.subarray(from, from + 40)).size;
    expect([personsAmong(0), personsAmong(40), personsAmong(80)]).toEqual([1, 40, 40]);
  });

  test('a hundred thousand identical records are one entry', async () => {
    const rows = Array.from({ length: 100_000 }, () => people[0] ?? { cells: [] });
    const result = await linkRecords(recordsOf(rows), { threads: 0 });
    expect(result.entries.count).toBe(1);
    expect(result.candidatePairs).toBe(0);
    expect(new Set(result.clusters.personOf).size).toBe(result.clusters.persons);
    expectSound(result);
  });

  test.each([
    ['nobody states', () => null],
    ['everybody states the same', () => 'Mokoena'],
  ])('a field that %s changes no person', async (_, value) => {
    const rows = people.slice(0, 400);
    const spec: LinkSpec = { ...personSpec, fields: { ...personSpec.fields, further: { kind: 'text' } } };
    const wider = await linkRecords(
      recordsOf(
        rows.map(({ cells }) => ({ cells: [...cells, value()] })),
        spec,
      ),
      { threads: 0 },
    );
    const plain = await linkRecords(recordsOf(rows), { threads: 0 });
    const names = rows.map((_row, i) => i);
    expect(groupsOf(wider.clusters.personOf, names)).toEqual(groupsOf(plain.clusters.personOf, names));
    expectSound(wider);
  });

  test('records that state nothing at all are nobody in particular', async () => {
    const result = await linkRecords(
      recordsOf(Array.from({ length: 50 }, () => ({ cells: [null, null, null, null] }))),
      { threads: 0 },
    );
    expect(result.clusters.persons).toBe(50);
    expectSound(result);
  });

  test('the same records in two files are linked across them, or within them, as the mode says', async () => {
    const rows = people.slice(0, 600);
    for (const mode of ['link', 'link_and_dedupe', 'dedupe'] as readonly LinkMode[]) {
      const builder = new RecordSetBuilder({ ...personSpec, mode });
      for (const source of ['left', 'right']) {
        builder.addSource(source, false);
        for (const [i, { cells }] of rows.entries()) builder.add(String(i), cells);
      }
      const result = await linkRecords(builder.build(), { threads: 0 });
      const { personOf } = result.clusters;
      const across = rows.filter((_, i) => personOf[i] === personOf[i + rows.length]).length;
      expect(across / rows.length, mode).toBeGreaterThanOrEqual(mode === 'dedupe' ? 0 : 0.95);
      if (mode === 'dedupe') expect(across).toBe(0);
      const { sourceOf } = result.records;
      for (let i = 0; i < result.pairs.count; i += 1) {
        const [left, right] = [result.pairs.left[i], result.pairs.right[i]].map(
          (entry) => sourceOf[result.entries.firstOf[entry as number] as number],
        );
        if (mode === 'link' && left === right) throw new Error('a pair within one file');
        if (mode === 'dedupe' && left !== right) throw new Error('a pair across files');
      }
    }
  });

  test('nobody stands twice in a file that has everybody once', async () => {
    const builder = new RecordSetBuilder({ ...personSpec, mode: 'link_and_dedupe' });
    const register = people.slice(0, 300).filter(({ person }, i) => people[i - 1]?.person !== person);
    builder.addSource('register', true);
    // Two of the register's records are alike in all they state, and still are two people.
    for (const [i, { cells }] of [...register, ...register.slice(0, 20)].entries()) builder.add(String(i), cells);
    builder.addSource('crossings', false);
    for (const [i, { cells }] of people.slice(0, 300).entries()) builder.add(String(i), cells);
    const { clusters, records, pairs, entries } = await linkRecords(builder.build(), { threads: 0 });
    const inRegister = [...clusters.personOf].filter((_, record) => records.sourceOf[record] === 0);
    expect(new Set(inRegister).size).toBe(inRegister.length);
    const crossing = [...clusters.personOf].filter((_, record) => records.sourceOf[record] === 1);
    const known = new Set(inRegister);
    expect(crossing.filter((person) => known.has(person)).length / crossing.length).toBeGreaterThan(0.9);
    const sourceOf = (entry: number | undefined) => records.sourceOf[entries.firstOf[entry ?? -1] ?? -1];
    for (let i = 0; i < pairs.count; i += 1) {
      if (sourceOf(pairs.left[i]) === 0 && sourceOf(pairs.right[i]) === 0)
        throw new Error('a pair within the register');
    }
  });
});

function expectSound({ model, pairs }: LinkResult): void {
  for (const { levels } of model.comparisons) {
    for (const { m, u, weight } of levels) {
      expect(Number.isFinite(weight)).toBe(true);
      expect(m).toBeGreaterThan(0);
      expect(u).toBeGreaterThan(0);
    }
  }
  expect(pairs.weight.every(Number.isFinite)).toBe(true);
}
