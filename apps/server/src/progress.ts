/** One sign of life of long work: which step, and how far it has come where that is known. */
export interface ProgressEvent {
  readonly step: string;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: string;
}

export type Progress = (event: ProgressEvent) => void;

/** For callers that show nothing. */
export const noProgress: Progress = () => {};
