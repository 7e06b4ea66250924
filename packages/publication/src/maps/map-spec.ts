import type { Shape } from '@leeto/registers';

export interface MapArea {
  readonly code: string;
  readonly label: string;
  readonly geometry: Shape['geometry'];
  /** What a reader learns on pointing at it: "Maseru: 519,186 persons (2016)". */
  readonly text: string;
}

export interface MapPoint {
  readonly code: string;
  readonly label: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Sets the symbol's area; null where withheld or not reported. */
  readonly value: number | null;
  readonly text: string;
}

/** Districts with a layer of symbols whose area is proportional to a count. */
export interface MapSpec {
  readonly areas: readonly MapArea[];
  readonly points: readonly MapPoint[];
  readonly unit: string;
  readonly pointLabel: string;
  readonly language: 'en' | 'st';
  readonly isSynthetic: boolean;
  readonly syntheticLabel: string;
}
