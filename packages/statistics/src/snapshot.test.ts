import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { commonDeclarations } from '@leeto/registers';
import { attachSnapshot, type DeliverySummary, freeze, openSession } from '@leeto/warehouse';
import { expect, test } from 'vitest';
import { computeMeasure } from './compute-measure.ts';
import { explainFigure } from './explain-figure.ts';
import { measures } from './measures.ts';
import { cellOf, parameters } from './session.fixture.ts';

const delivery: DeliverySummary = {
  id: 'delivery-1',
  register: 'border_movement',
  provenance: { agency: 'home_affairs_immigration', citation: 'Border posts, 2025', isSynthetic: true },
  fileName: 'movements.csv',
  sha256: '00'.repeat(32),
  receivedAt: '2025-03-01T08:00:00Z',
  counts: { read: 4, taken: 3, unchanged: 0, duplicates: 0, refused: 1, leftOut: 0 },
};

/** Movements of people who do not exist, in canonical text as they come out of the store. */
const movements = [
  'record_id,delivery_id,source_sheet,source_row,port,direction,crossed_on,crossed_at,nationality,document_number,document_issuing_state,authorised_until,decision',
  'r1,delivery-1,,2,LS-MSB,arrival,2025-01-02,2025-01-02T23:50:00,ZAF,P1,ZAF,2025-01-02,admitted',
  'r2,delivery-1,,3,LS-MSB,departure,2025-01-03,2025-01-03T00:10:00Z,ZAF,P1,ZAF,,admitted',
  'r3,delivery-1,,4,LS-QNK,departure,2025-02-03,,LSO,P2,LSO,,',
  '',
].join('\n');

test('every measure runs on a frozen snapshot in a session that is closed to other files', async () => {
  const root = await mkdtemp(join(tmpdir(), 'measures-'));
  const declaration = commonDeclarations.find(({ id }) => id === 'border_movement');
  if (declaration === undefined) throw new Error('There is no declaration of border_movement.');
  const columns = movements.slice(0, movements.indexOf('\n')).split(',');
  const snapshot = await freeze({
    folder: root,
    tables: [{ declaration, columns, csv: Readable.from([movements]) }],
    deliveries: [delivery],
    catalogue: { classifications: new Map() },
    codeVersion: '0.1.0',
    instance: { id: 'test', kind: 'demonstration' },
    now: new Date('2025-03-02T00:00:00Z'),
  });
  using session = await openSession({ temporaryFolder: join(root, 'spill'), threads: 2 });
  await attachSnapshot(session, snapshot, commonDeclarations);
  const read = { ...parameters, snapshot: snapshot.id };
  for (const { id, needs, residenceRule } of measures.values()) {
    const { table, trace } = await computeMeasure(session, id, read);
    const isFilled = needs.includes('border_movement') && id !== 'refused_entries_by_ground';
    // Whether somebody moved for good cannot be told from one month.
    if (!isFilled || residenceRule === '') expect([id, table.rows.length > 0]).toEqual([id, isFilled]);
    expect(table.metadata.snapshot).toBe(snapshot.id);
    expect(trace.sql).not.toContain('kept_');
  }
  const { table } = await computeMeasure(session, 'stay_outcomes', read);
  expect(cellOf(table, '2025-01/ZAF/left_late', 'stays')).toBe(1);
  const { source } = await explainFigure(session, 'stay_outcomes', ['2025-01', 'ZAF', 'left_late'], {
    parameters: read,
  });
  expect(source.positions.map(({ file, row, agency }) => [file, row, agency])).toEqual([
    ['movements.csv', 2, 'home_affairs_immigration'],
  ]);
});
