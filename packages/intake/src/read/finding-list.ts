import type { Finding } from '../raw.ts';

const SHOWN_EACH = 20;

/** Findings of one reading: the first twenty of each code stand one by one, the rest are counted. */
export interface FindingList {
  readonly list: Finding[];
  readonly add: (finding: Finding) => void;
  /** Forgets what was added after the first `keep` findings, before a table is read again. */
  readonly reset: () => void;
  /** Adds a line for each code of which more were found than shown. */
  readonly finish: () => void;
}

/** `list` keeps its identity: whoever holds it sees findings appear as rows are read. */
export function createFindingList(fixed: readonly Finding[]): FindingList {
  const list: Finding[] = [...fixed];
  const counts = new Map<string, number>();
  return {
    list,
    add: (finding) => {
      const count = (counts.get(finding.code) ?? 0) + 1;
      counts.set(finding.code, count);
      if (count <= SHOWN_EACH) list.push(finding);
    },
    reset: () => {
      counts.clear();
      list.length = 0;
      list.push(...fixed);
    },
    finish: () => {
      for (const [code, count] of counts) {
        if (count <= SHOWN_EACH) continue;
        const like = list.find((finding) => finding.code === code);
        list.push({
          code,
          severity: like?.severity ?? 'info',
          message: `${count - SHOWN_EACH} more of the same.`,
          where: '',
        });
      }
    },
  };
}
