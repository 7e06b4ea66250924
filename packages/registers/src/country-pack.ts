import type { Agency, ClassificationDeclaration, RecordDeclaration } from './declaration.ts';
import type { Provenance } from './delivery.ts';
import type { Text } from './text.ts';

/** Rows that a country pack brings with it (published figures, laws), imported as deliveries of their own. */
export interface PackDelivery {
  readonly id: string;
  readonly register: string;
  readonly provenance: Provenance;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A shape for maps: GeoJSON geometry (WGS 84), keyed by the code of the classification that it draws. */
export interface Shape {
  readonly code: string;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };
}

/** All that the code does not know of a country by itself. */
export interface CountryPack {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: Text;
  readonly agencies: readonly Agency[];
  readonly classifications: readonly ClassificationDeclaration[];
  /** Registers of this country only, beside the common ones. */
  readonly registers: readonly RecordDeclaration[];
  readonly deliveries: readonly PackDelivery[];
  readonly shapes: { readonly districts: readonly Shape[] };
  /** Citizenship groups in port tables, in order; a citizenship belongs to the first group that names it, else to `other`. */
  readonly citizenshipGroups: readonly {
    readonly code: string;
    readonly label: Text;
    readonly countries: readonly string[];
  }[];
}
