import { expect, test } from 'vitest';
import { SILENT } from '../compare/level-finder.ts';
import { linkRecords } from '../link-records.ts';
import { priorWeight } from '../model.ts';
import type { RecordSet } from '../records/record-set.ts';
import { makePeople, recordsOf } from '../synthetic-records.fixture.ts';
import { makeDifferenceBits } from '../train/difference-ratios.ts';

const records = recordsOf(makePeople(250, 31));
const full = linkRecords(records, { threads: 0, keepAbove: Number.NEGATIVE_INFINITY });

test('a weight is the prior, what each level adds, the rarity of what agrees, the number of differences, less what namesakes explain', async () => {
  const { pairs, model, entries } = await full;
  const bitsOf = makeDifferenceBits(
    model.comparisons.map(({ levels: [exact] }) => exact?.m ?? 1),
    { ratios: model.differenceRatios },
  );
  let rare = 0;
  for (let i = 0; i < pairs.count; i += 1) {
    let weight = priorWeight(model.prior);
    let stated = 0;
    let differing = 0;
    // How much likelier two persons of one name are than two by chance.
    let namesakes = model.namesakes?.prior ?? 0;
    for (const [c, { id, levels, termFrequencies }] of model.comparisons.entries()) {
      const level = pairs.levels[i * pairs.comparisons + c] as number;
      if (level === SILENT) continue;
      stated |= 1 << c;
      weight += levels[level]?.weight ?? Number.NaN;
      namesakes *=
        (model.namesakes?.levels[id]?.[level] ?? 1) / (model.namesakes?.levels[id] ? (levels[level]?.u ?? 1) : 1);
      if (level > 0) differing += 1;
      else if (termFrequencies !== null) {
        const [left, right] = [pairs.left[i], pairs.right[i]].map((entry) =>
          textsOf(records, c, entries.firstOf[entry as number] as number),
        );
        const agreed = left?.find((text) => right?.includes(text)) ?? '';
        const u = levels[0]?.u ?? 1;
        // Of those who bear the value, as many are other persons as u is of all agreement.
        const ofOthers = ((termFrequencies.shares[agreed] ?? 0) * u) / (termFrequencies.agreement ?? u);
        const share = Math.max(ofOthers, termFrequencies.rare);
        if (share === termFrequencies.rare) rare += 1;
        // In the place of u, the probability that two people agree at all, comes that of agreeing on this very value.
        weight += Math.log2(u / share);
      }
    }
    weight += bitsOf(stated, differing) - Math.log2(1 + namesakes);
    if (Math.abs(weight - (pairs.weight[i] as number)) > 0.01) {
      throw new Error(`pair ${i} weighs ${pairs.weight[i]}; its parts add up to ${weight}`);
    }
  }
  expect(pairs.count).toBeGreaterThan(50_000);
  expect(rare).toBeGreaterThan(50);
});

test('giving hopeless pairs up early leaves out no pair, and changes no weight and no level', async () => {
  const all = await full;
  const { model, records: own } = all;
  for (const keepAbove of [-20, -10, 0, 8]) {
    const some = await linkRecords(own, { threads: 0, keepAbove, model });
    const kept = [...all.pairs.weight].flatMap((weight, i) => (weight >= keepAbove ? [i] : []));
    expect(kept.length).toBeGreaterThan(0);
    expect([...some.pairs.left]).toEqual(kept.map((i) => all.pairs.left[i]));
    expect([...some.pairs.right]).toEqual(kept.map((i) => all.pairs.right[i]));
    expect([...some.pairs.weight]).toEqual(kept.map((i) => all.pairs.weight[i]));
    const width = all.pairs.comparisons;
    expect([...some.pairs.levels]).toEqual(
      kept.flatMap((i) => [...all.pairs.levels.subarray(i * width, (i + 1) * width)]),
    );
  }
});

function textsOf({ fields }: RecordSet, f: number, record: number): readonly string[] {
  const field = fields[f];
  if (field === undefined) return [];
  const { pool, valueOf: values, further } = field;
  const more = further === null ? [] : [...further.values.subarray(further.starts[record], further.starts[record + 1])];
  return [values[record] as number, ...more].filter((value) => value >= 0).map((value) => pool.textOf(value));
}
