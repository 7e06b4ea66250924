import { geoMercator, geoPath } from 'd3-geo';
import { lightPalette, type Palette } from '../design/palette.ts';
import { textFamily } from '../design/typography.ts';
import { formatNumber } from '../phrases/format-number.ts';
import type { MapPoint, MapSpec } from './map-spec.ts';
import { isClear, placeLabels } from './place-labels.ts';

export interface MapPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws districts and symbols as SVG. Parts carry classes and `data-text`, for colours and details on a screen. */
export function renderMap(
  spec: MapSpec,
  at: { readonly width: number; readonly fontSize: number },
  palette: Palette = lightPalette,
): MapPicture {
  const { width, fontSize } = at;
  const margin = fontSize * 2.4;
  const collection = {
    type: 'FeatureCollection' as const,
    features: spec.areas.map((area) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: mutableGeometry(area.geometry),
    })),
  };
  const projection = geoMercator().fitWidth(width - 2 * margin, collection);
  const bounds = geoPath(projection).bounds(collection);
  const height = Math.ceil(bounds[1][1] - bounds[0][1] + 2 * margin);
  projection.translate(shifted(projection.translate(), margin - bounds[0][0], margin - bounds[0][1]));
  const path = geoPath(projection).digits(1);
  const most = spec.points.reduce((largest, point) => Math.max(largest, point.value ?? 0), 0);
  const largestRadius = width / 22;
  const radius = (value: number | null) =>
    value === null || most === 0 ? 3 : Math.max(2.5, Math.sqrt(value / most) * largestRadius);
  const placed = spec.points.flatMap((point) => {
    const place = projection([point.longitude, point.latitude]);
    return place ? [{ point, x: place[0], y: place[1], r: radius(point.value) }] : [];
  });
  const areas = spec.areas.map((area, index) => {
    const shape = path(collection.features[index] ?? collection) ?? '';
    return `<path class="area" d="${shape}" fill="${palette.area}" stroke="${palette.areaEdge}" stroke-width="1" data-text="${escapeXml(area.text)}"/>`;
  });
  const symbols = placed.map(
    ({ point, x, y, r }) =>
      `<circle class="port" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" ${symbolStyle(point, palette)} data-text="${escapeXml(point.text)}"/>`,
  );
  const placing = placeLabels(
    placed.map((each) => ({ ...each, text: each.point.label })),
    { width, height, fontSize },
  );
  const labels = placing.labels.map((label) =>
    text(label.x, label.y, label.text, fontSize, palette.ink, label.anchor, 'port-label', palette.page),
  );
  const areaLabels = spec.areas.flatMap((area, index) => {
    const [x, y] = path.centroid(collection.features[index] ?? collection);
    if (!isClear({ text: area.label, x, y }, fontSize, placing.taken)) return [];
    return [text(x, y, area.label, fontSize * 0.86, palette.muted, 'middle', 'area-label', palette.area)];
  });
  const mark = spec.isSynthetic
    ? text(width - 2, fontSize, spec.syntheticLabel.toUpperCase(), fontSize * 0.78, palette.warning, 'end', 'mark')
    : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'${textFamily}', sans-serif">` +
    `${areas.join('')}${areaLabels.join('')}${symbols.join('')}${labels.join('')}${legend(spec, most, radius, { width, height, fontSize }, palette)}${mark}</svg>`;
  return { svg, width, height };
}

function symbolStyle(point: MapPoint, palette: Palette): string {
  const colour = palette.series[0] ?? palette.accent;
  if (point.value === null)
    return `fill="${palette.page}" stroke="${colour}" stroke-width="1.2" stroke-dasharray="2 1.5"`;
  return `fill="${colour}" fill-opacity="0.72" stroke="${palette.page}" stroke-width="1"`;
}

/** Two symbols with the counts that they stand for, in the lower right corner. */
function legend(
  spec: MapSpec,
  most: number,
  radius: (value: number) => number,
  at: { readonly width: number; readonly height: number; readonly fontSize: number },
  palette: Palette,
): string {
  if (most === 0) return '';
  const step = 10 ** Math.floor(Math.log10(most));
  const values = [...new Set([Math.floor(most / step) * step, step / 2])].filter((value) => value >= 1);
  const texts = values.map((value) => `${formatNumber(value)} ${spec.unit}`);
  const longest = texts.reduce((most, words) => Math.max(most, words.length), 0) * at.fontSize * 0.5;
  const x = at.width - longest - at.width / 22 - 12;
  let y = at.height - at.fontSize;
  const rows = values.toReversed().map((value) => {
    const r = radius(value);
    y -= r;
    const circle = `<circle class="port-key" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="none" stroke="${palette.muted}"/>`;
    const words = `${formatNumber(value)} ${spec.unit}`;
    const label = text(at.width - 2, y + at.fontSize * 0.34, words, at.fontSize * 0.9, palette.muted, 'end', 'key');
    y -= r + at.fontSize * 0.5;
    return circle + label;
  });
  return rows.join('');
}

function text(
  x: number,
  y: number,
  words: string,
  size: number,
  fill: string,
  anchor: string,
  name: string,
  halo = '',
): string {
  const at = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size.toFixed(1)}" text-anchor="${anchor}"`;
  const letters = escapeXml(words);
  // The halo is a text of its own underneath: not all that draw SVG know paint-order, and would paint it over the letters.
  const under =
    halo === ''
      ? ''
      : `<text class="halo" ${at} fill="${halo}" stroke="${halo}" stroke-width="3" stroke-linejoin="round">${letters}</text>`;
  return `${under}<text class="${name}" ${at} fill="${fill}">${letters}</text>`;
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function shifted(by: readonly [number, number], x: number, y: number): [number, number] {
  return [by[0] + x, by[1] + y];
}

/** d3-geo wants writable positions, and rings wound the other way than RFC 7946: else a district covers the globe. */
function mutableGeometry(geometry: MapSpec['areas'][number]['geometry']): GeoJSON.Geometry {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons.map((rings) =>
    rings.map((ring, at) => {
      const points = ring.map((point): GeoJSON.Position => [point[0] ?? 0, point[1] ?? 0]);
      const isClockwise = signedArea(points) < 0;
      return isClockwise === (at === 0) ? points : points.toReversed();
    }),
  );
  return { type: 'MultiPolygon', coordinates };
}

function signedArea(points: readonly GeoJSON.Position[]): number {
  return points.reduce((sum, point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    return sum + (point[0] ?? 0) * (next[1] ?? 0) - (next[0] ?? 0) * (point[1] ?? 0);
  }, 0);
}
