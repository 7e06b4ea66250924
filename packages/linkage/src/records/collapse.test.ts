import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinkMode } from '../spec/link-spec.ts';
import { RecordSetBuilder } from './build-records.ts';
import { collapse, columnsOfEntries } from './collapse.ts';

const row = fc.record({
  source: fc.integer({ min: 0, max: 2 }),
  passport: fc.constantFrom(null, 'AB7788', 'AB7788;CD9922', 'AB7788;EF3344', 'CD9922;AB7788'),
  code: fc.constantFrom(null, 'driver', 'teacher'),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(rows: readonly Row[], mode: LinkMode, uniqueSource: number) {
  const builder = new RecordSetBuilder({
    fields: { passport: { kind: 'document_number', separator: ';' }, code: { kind: 'code' } },
    mode,
  });
  const ordered = [0, 1, 2].map((source) => rows.filter((one) => one.source === source));
  for (const [source, own] of ordered.entries()) {
    builder.addSource(`s${source}`, source === uniqueSource);
    for (const [i, { passport, code }] of own.entries()) builder.add(`${source}-${i}`, [passport, code]);
  }
  return { records: builder.build(), rows: ordered.flat() };
}

test('records alike in all they state are one entry, apart by source where sources count', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 60 }),
      fc.constantFrom<LinkMode>('dedupe', 'link', 'link_and_dedupe'),
      fc.integer({ min: -1, max: 2 }),
      (given, mode, uniqueSource) => {
        const { records, rows } = recordsOf(given, mode, uniqueSource);
        const entries = collapse(records);
        // Within several files deduplicated side by side, only pairs of one file count, so that their records stay apart, too.
        const keepsSources = mode === 'link' || uniqueSource >= 0 || mode === 'dedupe';
        const keys = rows.map(({ source, passport, code }) =>
          JSON.stringify([keepsSources ? source : 0, passport, code]),
        );
        const distinct = [...new Set(keys)];
        expect(entries.count).toBe(distinct.length);
        expect([...entries.entryOf]).toEqual(keys.map((key) => distinct.indexOf(key)));
        expect([...entries.firstOf]).toEqual(distinct.map((key) => keys.indexOf(key)));
        for (let e = 0; e < entries.count; e += 1) {
          const members = [...entries.members.subarray(entries.starts[e], entries.starts[e + 1])];
          expect(members).toEqual(keys.flatMap((key, record) => (key === distinct[e] ? [record] : [])));
        }
      },
    ),
    { seed: 4, numRuns: 80 },
  );
});

test('columns of entries hold the values of their first records, all of them', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (given) => {
      const { records } = recordsOf(given, 'link_and_dedupe', -1);
      const entries = collapse(records);
      const columns = columnsOfEntries(records, entries);
      for (const [f, field] of records.fields.entries()) {
        for (let e = 0; e < entries.count; e += 1) {
          const first = entries.firstOf[e] as number;
          const own = columns[f]?.further;
          expect(columns[f]?.valueOf[e]).toBe(field.valueOf[first]);
          expect([...(own?.values.subarray(own.starts[e], own.starts[e + 1]) ?? [])]).toEqual([
            ...(field.further?.values.subarray(field.further.starts[first], field.further.starts[first + 1]) ?? []),
          ]);
        }
      }
    }),
    { seed: 5, numRuns: 40 },
  );
});
