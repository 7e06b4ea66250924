import { inLanguage } from '@leeto/registers';
import type { MapBlock } from '../document/document.ts';
import type { MapPoint } from '../maps/map-spec.ts';
import { formatNumber, NO_BREAK } from '../phrases/format-number.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { findDimension, sliceTable } from '../tables/slice-table.ts';
import { numberCell } from '../tables/table-content-of.ts';
import type { ComposeContext } from './compose-context.ts';
import { noteOfTable, syntheticLabels } from './note-of-table.ts';
import { readMeasure } from './read-measure.ts';
import { tellRanking } from './tell-measure.ts';

/** The map of districts with a symbol a port, or null where the country gives no shapes or the ports no places. */
export function presentPortMap(id: string, context: ComposeContext): MapBlock | null {
  const { pack, catalogue, labeller } = context;
  const { language } = context.edition;
  const view = context.viewOf(id);
  const table = context.tables.get(view?.measure ?? '');
  const ports = catalogue.classifications.get(pack.portClassification)?.items ?? [];
  if (!table || !view || pack.shapes.districts.length === 0) return null;
  const reading = readMeasure(table, view);
  const dimension =
    table.dimensions.find((each) => each.classification === pack.portClassification) ?? findDimension(table, 'port');
  if (!reading || !dimension) return null;
  const counts = new Map(
    sliceTable(table, { by: [dimension.name], where: reading.nowWhere, value: reading.value.name }).map((cell) => [
      cell.codes[0],
      cell,
    ]),
  );
  const points = ports.flatMap((port): MapPoint[] => {
    const latitude = port.properties?.latitude;
    const longitude = port.properties?.longitude;
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return [];
    const count = counts.get(port.code);
    const label = inLanguage(port.label, language);
    const said = count?.isWithheld
      ? 'withheld'
      : count?.value == null
        ? 'no data'
        : `${formatNumber(count.value)}${NO_BREAK}${reading.value.unit}`;
    return [{ code: port.code, label, latitude, longitude, value: count?.value ?? null, text: `${label}: ${said}` }];
  });
  if (points.length === 0) return null;
  const districts = catalogue.classifications.get(pack.districtClassification)?.items ?? [];
  const areas = pack.shapes.districts.map((shape) => {
    const district = districts.find((item) => item.code === shape.code);
    const label = district ? inLanguage(district.label, language) : shape.code;
    return { code: shape.code, label, geometry: shape.geometry, text: label };
  });
  const ordered = points.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const data = {
    columns: [
      { label: inLanguage(dimension.label, language), unit: '', kind: 'label' as const, decimals: 0 },
      {
        label: inLanguage(reading.value.label, language),
        unit: reading.value.unit,
        kind: 'number' as const,
        decimals: 0,
      },
    ],
    rows: ordered.map((point) => ({
      isTotal: false,
      cells: [
        { kind: 'text' as const, text: point.label, sortKey: point.code },
        numberCell(point.value, counts.get(point.code)?.isWithheld ?? false, 0),
      ],
    })),
    remark: '',
  };
  const note = noteOfTable({ table, content: data, held: reading.held, context });
  const number = context.nextNumber('figure');
  const title = `Districts and ports of entry, with ${reading.value.unit} in ${formatPeriod(reading.nowPeriod, language)}`;
  return {
    kind: 'map',
    id: `figure-${number}`,
    number,
    title,
    summary: `Map of ${inLanguage(pack.country.name, language)}. ${tellRanking(table, reading, view, labeller)}`,
    map: {
      areas,
      points: ordered,
      unit: reading.value.unit,
      pointLabel: inLanguage(dimension.label, language),
      language,
      isSynthetic: note.isSynthetic,
      syntheticLabel: syntheticLabels[language],
    },
    data,
    note,
  };
}
