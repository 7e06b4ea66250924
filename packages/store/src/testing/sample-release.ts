import type { ReleaseContent } from '../releases/create-release.ts';

/** A release of one table and two files, for tests. */
export function sampleRelease(change: Partial<ReleaseContent> = {}): ReleaseContent {
  return {
    title: 'Crossings of 2025',
    snapshot: 'snapshot-0001',
    codeVersion: '0.0.0',
    policy: { creatorMaySign: false },
    createdBy: 'Anna Maker',
    embargoUntil: null,
    tables: [{ measure: 'crossings', title: 'Crossings', content: { measure: 'crossings', rows: [] } }],
    makeFiles: (id) => [
      { path: 'csv/data/crossings.csv', mediaType: 'text/csv', content: `release,crossings\r\n${id},12\r\n` },
      { path: 'README.txt', mediaType: 'text/plain', content: 'Sesotho: tšela' },
    ],
    ...change,
  };
}
