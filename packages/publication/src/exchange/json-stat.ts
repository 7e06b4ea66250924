import { isSuppressed, type ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import { makeLabeller } from '../tables/code-labels.ts';
import type { ExchangeContext } from './exchange-context.ts';

/** The dimension in which the value columns stand side by side. */
const MEASURE = 'measure';

/**
 * A table as a JSON-stat 2.0 dataset: the cells as one list over all combinations of codes, in row-major order. `status` tells
 * of each that has no value why (SDMX CL_OBS_STATUS: M missing, Q suppressed) and of each that is provisional (P).
 */
export function jsonStat(table: ReleasedTable, context: ExchangeContext, language: 'en' | 'st' = 'en'): string {
  const labeller = makeLabeller(context.catalogue, language);
  const dimensions = table.dimensions.map((dimension, index) => {
    const codes = [...new Set(table.rows.map(({ key }) => key[index] ?? ''))];
    if (dimension.isTime === true) codes.sort();
    const label = Object.fromEntries(codes.map((code) => [code, labeller.label(dimension, code)]));
    const name = dimension.name === MEASURE ? `${MEASURE}_dimension` : dimension.name;
    return {
      name,
      isTime: dimension.isTime === true,
      codes,
      label: inLanguage(dimension.label, language),
      labels: label,
    };
  });
  const values = table.values.map(({ name }) => name);
  const id = [...dimensions.map(({ name }) => name), MEASURE];
  const size = [...dimensions.map(({ codes }) => codes.length), values.length];
  const value: Record<string, number> = {};
  const status: Record<string, string> = {};
  const positions = dimensions.map(({ codes }) => new Map(codes.map((code, at) => [code, at])));
  for (const { key, cells } of table.rows) {
    const row = positions.reduce((at, index, place) => at * (size[place] ?? 1) + (index.get(key[place] ?? '') ?? 0), 0);
    for (const [column, cell] of cells.entries()) {
      const at = String(row * values.length + column);
      if (cell.value !== null) value[at] = cell.value;
      if (isSuppressed(cell)) status[at] = 'Q';
      else if (cell.value === null) status[at] = 'M';
      else if (table.metadata.status !== 'final') status[at] = 'P';
    }
  }
  const { metadata } = table;
  const time = dimensions.filter(({ isTime }) => isTime).map(({ name }) => name);
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: inLanguage(table.title, language),
    source: metadata.sources
      .map(({ citation, isSynthetic }) => (isSynthetic ? `${citation} (synthetic)` : citation))
      .join('; '),
    updated: context.edition.preparedAt,
    note: [table.definition, metadata.coverage, ...metadata.notes]
      .map((text) => inLanguage(text, language))
      .concat(table.protection.rule),
    id,
    size,
    role: { ...(time.length === 0 ? {} : { time }), metric: [MEASURE] },
    dimension: {
      ...Object.fromEntries(
        dimensions.map(({ name, label, codes, labels }) => [
          name,
          { label, category: { index: codes, label: labels } },
        ]),
      ),
      [MEASURE]: {
        label: language === 'st' ? 'Tekanyo' : 'Measure',
        category: {
          index: values,
          label: Object.fromEntries(table.values.map(({ name, label }) => [name, inLanguage(label, language)])),
          unit: Object.fromEntries(table.values.map(({ name, unit, decimals }) => [name, { label: unit, decimals }])),
        },
      },
    },
    value,
    status,
    extension: {
      publisher: context.publisher.id,
      edition: context.edition.id,
      vintage: context.edition.vintage,
      measure: table.measure,
      clause: table.clause,
      referencePeriod: metadata.referencePeriod,
      residenceRule: metadata.residenceRule,
      figureStatus: metadata.status,
      statuses: { M: 'Missing value', P: 'Provisional value', Q: 'Missing value; suppressed' },
    },
  };
  return `${JSON.stringify(dataset, null, 1)}\n`;
}
