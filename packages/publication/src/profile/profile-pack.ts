import type { CountryPack, Provenance, Text } from '@leeto/registers';
import type { MeasureView } from './measure-view.ts';

/** A passage of fixed text, with what it rests on. */
export interface Passage {
  readonly text: Text;
  readonly source?: Provenance;
}

/**
 * What a chapter is made of, in order. Figures are named by view (a view's id, or a measure's); where there are no data, a notice names
 * `holder`, the agency that would hold them.
 */
export type Content =
  | ({ readonly kind: 'text' } & Passage)
  | { readonly kind: 'measure'; readonly view: string; readonly holder: string }
  /** The map of districts and ports; the view's measure must have a dimension of ports. */
  | { readonly kind: 'port_map'; readonly view: string }
  /** Said out loud: nothing is recorded on this yet. */
  | { readonly kind: 'gap'; readonly subject: Text; readonly holder: string; readonly remedy: Text }
  | { readonly kind: 'instruments'; readonly kinds: readonly string[]; readonly title: Text }
  | { readonly kind: 'institutions' }
  | { readonly kind: 'acronyms' }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'data_assessment' }
  | { readonly kind: 'measure_metadata' }
  | { readonly kind: 'method_notes' }
  | LateContent;

/** Made of what all chapters came to, and so composed after them, wherever it stands. */
export type LateContent =
  | { readonly kind: 'executive_summary' }
  | { readonly kind: 'key_findings' }
  | { readonly kind: 'evidence_gaps' }
  | { readonly kind: 'source_list' };

export interface Chapter {
  readonly id: string;
  /** "A", "A.1", or '' for front matter. */
  readonly number: string;
  readonly title: Text;
  readonly content: readonly Content[];
  readonly chapters?: readonly Chapter[];
}

export interface GlossaryEntry {
  readonly id: string;
  readonly term: Text;
  /** Other forms of the word that are explained by the same entry ("migrants"). */
  readonly forms?: readonly string[];
  readonly definition: Text;
  readonly source: string;
}

/** What a country says for itself in its Profile: order of chapters, fixed text, terms, shapes. */
export interface ProfilePack {
  readonly country: { readonly code: string; readonly name: Text };
  readonly shapes: CountryPack['shapes'];
  /** Classification of ports, whose items carry `latitude` and `longitude` as properties. */
  readonly portClassification: string;
  readonly districtClassification: string;
  /** Words for codes of dimensions without a classification, by dimension and code (groups of citizenships). */
  readonly codeLabels?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  /** Views of this country only, beside the common ones; the same id replaces a common one. */
  readonly views?: readonly MeasureView[];
  readonly chapters: readonly Chapter[];
  readonly acronyms: readonly { readonly acronym: string; readonly meaning: Text }[];
  readonly glossary: readonly GlossaryEntry[];
  /** Who does what in migration, for the chapter on institutions. */
  readonly institutions: readonly { readonly agency: string; readonly part: Text }[];
}

/** A record of the register `legal_instrument`, which holds no personal data and is published as it stands. */
export interface LegalInstrument {
  readonly id_code: string;
  readonly title: string;
  readonly instrument_kind: string;
  readonly year: string;
  readonly status: string;
  readonly domain?: string | null;
  readonly custodian?: string | null;
  readonly citation?: string | null;
}
