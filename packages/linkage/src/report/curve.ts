import { type Html, html } from './html.ts';

export interface CurveAxis {
  /** Where the axis begins; it ends at 1. */
  readonly from: number;
  readonly label: string;
  /** By powers of ten. */
  readonly isLog?: boolean;
}

export interface CurveInput {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The point of the threshold in use. */
  readonly used?: readonly [x: number, y: number];
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  /** Says the picture to who does not see it. */
  readonly label: string;
}

const [width, height] = [400, 260];
const frame = { left: 44, right: width - 14, top: 26, bottom: height - 40 };

/** A curve in a frame of its own, both axes up to 1. */
export function drawCurve({ points, used, x, y, label }: CurveInput): Html {
  const along = placeOf(x, frame.left, frame.right);
  const up = placeOf(y, frame.bottom, frame.top);
  const path = points.map(([a, b]) => `${n(along(a))},${n(up(b))}`).join(' ');
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${ticksOf(y).map((tick) => html`<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${n(up(tick))}" y2="${n(up(tick))}"/><text x="${frame.left - 6}" y="${n(up(tick) + 4)}" text-anchor="end">${tickText(tick, y)}</text>`)}
${ticksOf(x).map((tick) => html`<text x="${n(along(tick))}" y="${frame.bottom + 16}" text-anchor="middle">${tickText(tick, x)}</text>`)}
<line class="axis" x1="${frame.left}" x2="${frame.right}" y1="${frame.bottom}" y2="${frame.bottom}"/>
<polyline class="curve" points="${path}"/>
${used === undefined ? null : html`<circle class="dot" cx="${n(along(used[0]))}" cy="${n(up(used[1]))}" r="5"/>`}
<text class="title" x="0" y="12">${y.label}</text><text class="title" x="${frame.right}" y="${height - 6}" text-anchor="end">${x.label}</text>
</svg>`;
}

function placeOf({ from, isLog }: CurveAxis, start: number, end: number): (value: number) => number {
  const low = isLog ? Math.log10(from) : from;
  const high = isLog ? 0 : 1;
  return (value) => {
    const at = ((isLog ? Math.log10(Math.max(from, value)) : value) - low) / (high - low || 1);
    return start + Math.min(1, Math.max(0, at)) * (end - start);
  };
}

function ticksOf({ from, isLog }: CurveAxis): readonly number[] {
  if (!isLog) return [0, 0.25, 0.5, 0.75, 1].map((share) => from + share * (1 - from));
  const powers = Math.round(-Math.log10(from));
  const every = Math.max(1, Math.ceil(powers / 4));
  return Array.from({ length: Math.floor(powers / every) + 1 }, (_, at) => 10 ** (-at * every));
}

function tickText(value: number, { isLog }: CurveAxis): string {
  if (!isLog) return String(Number(value.toFixed(3)));
  const power = Math.round(Math.log10(value));
  return power >= -2
    ? String(10 ** power).slice(0, 5)
    : `10${[...String(power)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('')}`;
}

function n(value: number): string {
  return value.toFixed(1);
}
