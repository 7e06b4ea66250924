import type { ReleasedTable } from '@leeto/disclosure';
import type { Text } from '@leeto/registers';
import { migrationAttributes, observedValue } from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { observationsOf } from './observations.ts';
import { attributeList } from './sdmx-attributes.ts';
import { type Structures, structureVersion } from './structures.ts';

const schema =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json';

/** A table as an SDMX-JSON 2.0 data message: series, with the figures of each by TIME_PERIOD. */
export function sdmxJson(table: ReleasedTable, structures: Structures, context: ExchangeContext): string {
  const structure = structures.tables.get(table);
  if (structure === undefined) return '';
  const observations = observationsOf(table, structure, structures, context);
  const dimensions = structure.dimensions.map(({ id, label, codeList }, position) => {
    const seen = [...new Set(observations.map(({ key }) => key[position] ?? ''))];
    const codes = new Map((structures.codeLists.get(codeList ?? '')?.codes ?? []).map((code) => [code.id, code.label]));
    const ids = id === 'TIME_PERIOD' ? seen.sort() : seen;
    const values = ids.map((code) =>
      id === 'TIME_PERIOD' ? { value: code, name: code } : { id: code, ...named(codes.get(code) ?? { en: code }) },
    );
    const index = new Map(ids.map((code, at) => [code, at]));
    const roles = id === 'TIME_PERIOD' || id === 'FREQ' ? { roles: [id] } : {};
    return { index, described: { id, ...named(label), keyPosition: position, ...roles, values } };
  });
  const coded = migrationAttributes.map((attribute) => {
    const list = attributeList[attribute.id];
    const seen = [
      ...new Set(observations.map(({ attributes }) => attributes[attribute.id] ?? '').filter((text) => text !== '')),
    ];
    const codes = new Map((structures.codeLists.get(list ?? '')?.codes ?? []).map((code) => [code.id, code.label]));
    const values = seen.map((code) =>
      list === undefined ? { value: code, name: code } : { id: code, ...named(codes.get(code) ?? { en: code }) },
    );
    return {
      id: attribute.id,
      index: new Map(seen.map((code, at) => [code, at])),
      described: {
        id: attribute.id,
        ...named(attribute.label),
        relationship: { observation: {} },
        values,
      },
    };
  });
  const attributed = coded.filter(({ index }) => index.size > 0);
  const series: Record<string, { attributes: never[]; observations: Record<string, (number | string | null)[]> }> = {};
  for (const { key, value, attributes } of observations) {
    const positions = key.map((code, at) => dimensions[at]?.index.get(code) ?? 0);
    const at = positions.slice(0, -1).join(':');
    series[at] ??= { attributes: [], observations: {} };
    series[at].observations[String(positions.at(-1))] = [
      value,
      ...attributed.map(({ id, index }) => index.get(attributes[id] ?? '') ?? null),
    ];
  }
  const dataflow = {
    rel: 'dataflow',
    urn: `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${context.publisher.id}:${structure.dataflow}(${structureVersion})`,
  };
  const message = {
    meta: {
      schema,
      id: `${context.edition.id}-${structure.dataflow}`.replaceAll(/[^A-Za-z0-9_@$-]/g, '_'),
      prepared: context.edition.preparedAt,
      test: isSynthetic(table),
      contentLanguages: ['en', 'st'],
      sender: { id: context.publisher.id, ...named(context.publisher.name) },
    },
    data: {
      structures: [
        {
          dataSets: [0],
          ...named(table.title),
          links: [dataflow],
          dimensions: {
            dataSet: [],
            series: dimensions.slice(0, -1).map(({ described }) => described),
            observation: dimensions.slice(-1).map(({ described }) => described),
          },
          measures: {
            observation: [{ id: observedValue.id, ...named(observedValue.label), format: { dataType: 'Decimal' } }],
          },
          attributes: {
            dataSet: [],
            series: [],
            observation: attributed.map(({ described }) => described),
          },
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: 'Replace',
          links: [dataflow],
          series,
        },
      ],
    },
  };
  return `${JSON.stringify(message, null, 1)}\n`;
}

const named = (text: Text) => ({
  name: text.en,
  names: { en: text.en, ...(text.st === undefined ? {} : { st: text.st }) },
});

/** Invented figures go out as test messages, so that no program takes them for a country's statistics. */
export const isSynthetic = (table: ReleasedTable): boolean =>
  table.metadata.sources.some((source) => source.isSynthetic);
