/** How much a file may ask for before it is refused as hostile or as too large for its make. */
export interface ReadLimits {
  /** Bytes after inflating, over all members of an archive. */
  readonly inflatedBytes: number;
  /** Inflated bytes for each compressed byte, looked at once more than `ratioFromBytes` have come out. */
  readonly inflateRatio: number;
  readonly ratioFromBytes: number;
  readonly columns: number;
  /** Characters of one CSV record; a quote never closed stops here. */
  readonly recordCharacters: number;
  /** Inflated bytes of a workbook: workbooks are held in memory, other makes are streamed. */
  readonly workbookBytes: number;
  /** Time for parsing one workbook; damaged ones can keep a parser busy for ever. */
  readonly workbookMilliseconds: number;
  /** Heap of the thread that parses a workbook. */
  readonly workbookHeapMegabytes: number;
  /** Members of a zip archive. */
  readonly archiveMembers: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  inflatedBytes: 4 * 1024 ** 3,
  inflateRatio: 200,
  ratioFromBytes: 50 * 1024 ** 2,
  columns: 16_384,
  recordCharacters: 16 * 1024 ** 2,
  workbookBytes: 400 * 1024 ** 2,
  workbookMilliseconds: 120_000,
  workbookHeapMegabytes: 4_096,
  archiveMembers: 1_000,
};
