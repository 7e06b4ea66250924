import { expect, test } from 'vitest';
import { linkRecords } from '../link-records.ts';
import type { LinkResult } from '../link-result.ts';
import { RecordSetBuilder } from '../records/build-records.ts';
import type { LinkMode } from '../spec/link-spec.ts';
import { expandPairs } from './expand-pairs.ts';

/** Two people; the first one's record stands `copies` times in each source. */
async function linked(mode: LinkMode, isUnique: boolean, copies: number): Promise<LinkResult> {
  const spec = { fields: { document: { kind: 'document_number' }, dob: { kind: 'date' } }, mode } as const;
  const builder = new RecordSetBuilder(spec);
  for (const source of ['a', 'b']) {
    builder.addSource(source, isUnique);
    for (let i = 0; i < copies; i += 1) builder.add(`${source}${i}`, ['RA123456', '1980-02-03']);
    builder.add(`${source}x`, ['ZZ987654', '1999-09-09']);
  }
  return linkRecords(builder.build());
}

function pairsOf(result: LinkResult, most?: number): readonly string[] {
  const pairs: string[] = [];
  for (const { count, left, right } of expandPairs(result, {
    keepAbove: -1000,
    ...(most === undefined ? {} : { most }),
  }).pieces())
    for (let i = 0; i < count; i += 1)
      pairs.push(`${result.records.idOf(left[i] as number)}-${result.records.idOf(right[i] as number)}`);
  return pairs;
}

test('Records alike in everything are pairs of one another, each once', async () => {
  const pairs = pairsOf(await linked('link_and_dedupe', false, 3));
  const alike = pairs.filter((pair) => !pair.includes('x'));
  expect(alike).toHaveLength((6 * 5) / 2);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('Between files only pairs of two files are written, and none within a file that has nobody twice', async () => {
  const across = /^a.*-b|^b.*-a/;
  expect(pairsOf(await linked('link', false, 2)).filter((pair) => !across.test(pair))).toEqual([]);
  expect(pairsOf(await linked('link_and_dedupe', true, 1)).filter((pair) => !across.test(pair))).toEqual([]);
});

test('Within files only pairs of one file are written, also of records that another file has alike', async () => {
  const result = await linked('dedupe', false, 2);
  const pairs = pairsOf(result);
  // Records 0 and 1 are of the first file, 3 and 4 of the second: entries never reach across.
  expect(result.entries.entryOf[0]).toBe(result.entries.entryOf[1]);
  expect(result.entries.entryOf[0]).not.toBe(result.entries.entryOf[3]);
  expect(pairs.filter((pair) => /^a.*-b|^b.*-a/.test(pair))).toEqual([]);
  expect(pairs).toEqual(expect.arrayContaining(['a0-a1', 'b0-b1']));
});

test('Too many pairs of records alike stand with their first record, and it is told', async () => {
  const result = await linked('link_and_dedupe', false, 50);
  const { total, written, shortened } = expandPairs(result, { keepAbove: -1000, most: 500 });
  expect(total).toBeGreaterThan((100 * 99) / 2 - 1);
  expect(shortened).toBeGreaterThan(0);
  expect(pairsOf(result, 500)).toHaveLength(written);
  expect(pairsOf(result, 500)).toContain('a0-b49');
});
