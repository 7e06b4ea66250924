import type { LinkageModel } from '../model.ts';
import { whole } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { WeightCounts } from './weight-counts.ts';

export interface HistogramInput {
  readonly counts: WeightCounts;
  readonly thresholds: LinkageModel['thresholds'];
  /** `zones`: names of what is left of, within and right of the zone of review. */
  readonly words: {
    readonly label: string;
    readonly bits: string;
    readonly pairs: string;
    readonly zones: readonly [string, string, string];
  };
  /** Pixels. The picture is drawn once for wide screens and paper, once for narrow ones, so that its text keeps its size. */
  readonly width: number;
  readonly kind: 'wide' | 'narrow';
}

const height = 260;
const top = 46;
const base = height - 40;

/** Pairs by weight, one bar a bit; heights by the logarithm, because non-matches outnumber matches a thousandfold. */
export function drawHistogram({ counts, thresholds, words, width, kind }: HistogramInput): Html {
  const most = Math.max(10, ...counts.bins);
  const decades = Math.ceil(Math.log10(most));
  const leftEdge = 8 + whole(10 ** decades).length * 7;
  const step = (width - leftEdge - 6) / counts.bins.length;
  const x = (bits: number) => leftEdge + (bits - counts.from) * step;
  // A single pair is a tenth of a decade high, so that it can be seen.
  const y = (pairs: number) => base - ((base - top) * (Math.log10(pairs) + 0.1)) / (decades + 0.1);
  const end = counts.from + counts.bins.length;
  const [review, match] = [x(thresholds.review), x(thresholds.match)];
  const every = [1, 2, 5, 10, 20].find((bits) => bits * step >= 44) ?? 50;
  const ticks = range(Math.ceil(counts.from / every) * every, end, every);
  const zone = (from: number, to: number, name: string) =>
    to - from < name.length * 5
      ? null
      : html`<text class="zone" x="${n((from + to) / 2)}" y="${top - 8}" text-anchor="middle">${name}</text>`;
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.label}">
<rect class="doubt" x="${n(review)}" y="${top - 24}" width="${n(match - review)}" height="${base - top + 24}"/>
${zone(leftEdge, review, words.zones[0])}${zone(review, match, words.zones[1])}${zone(match, x(end), words.zones[2])}
${range(0, decades + 1, 1).map(
  (decade) =>
    html`<line class="grid" x1="${leftEdge}" x2="${width}" y1="${n(y(10 ** decade))}" y2="${n(y(10 ** decade))}"/><text x="${leftEdge - 6}" y="${n(y(10 ** decade) + 4)}" text-anchor="end">${whole(10 ** decade)}</text>`,
)}
${counts.bins.map((pairs, at) =>
  pairs === 0
    ? html``
    : html`<rect class="${counts.from + at + 0.5 >= thresholds.match ? 'for' : counts.from + at + 0.5 >= thresholds.review ? 'between' : 'apart'}" x="${n(x(counts.from + at) + 0.75)}" y="${n(y(pairs))}" width="${n(Math.max(1, step - 1.5))}" height="${n(base - y(pairs))}"/>`,
)}
<line class="axis" x1="${leftEdge}" x2="${width}" y1="${base}" y2="${base}"/>
<line class="threshold" x1="${n(match)}" x2="${n(match)}" y1="${top - 24}" y2="${base}"/>
${ticks.map((bits) => html`<text x="${n(x(bits))}" y="${base + 16}" text-anchor="middle">${String(bits).replace('-', '−')}</text>`)}
<text class="title" x="${width}" y="${height - 6}" text-anchor="end">${words.bits}</text><text class="title" x="0" y="12">${words.pairs}</text>
</svg>`;
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, at) => from + at * step);
}

function n(value: number): string {
  return value.toFixed(1);
}
