import { describe, expect, it } from 'vitest';
import { describeProvisional, describeRevisions } from './revision.ts';

describe('the note under provisional figures', () => {
  it('says from when on, what the band is, and how far figures were revised', () => {
    const revisions = [
      { lag: 1, months: 24, percent: 4.23 },
      { lag: 2, months: 23, percent: 4 },
      { lag: 6, months: 19, percent: 1.07 },
      { lag: 12, months: 3, percent: 0.2 },
    ];
    expect(describeProvisional({ from: '2024-08', window: 487, revisions })).toBe(
      'Figures from August 2024 on are provisional: whether a crossing was a migration is known after up to 17 months. ' +
        'The band holds the final figure in 95 of 100 cases. ' +
        'So far, figures told 1 month after were revised by 4.2\u00a0% on average, 6 months after by 1.1\u00a0% (19 months or more).',
    );
  });

  it('says nothing of revisions that are too few or have no base', () => {
    expect(describeRevisions([{ lag: 1, months: 5, percent: 3 }])).toBe('');
    expect(describeRevisions([{ lag: 1, months: 50, percent: null }])).toBe('');
  });

  it('is empty where all is final', () => {
    expect(describeProvisional({ from: null, window: 487 })).toBe('');
  });
});
