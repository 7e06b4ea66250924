import {
  type BlockingRule,
  comparedFields,
  type KeyPart,
  type LinkageModel,
  type LinkResult,
  makeStoredKeys,
  normalValuesOf,
} from '@leeto/linkage';

/** A key that more entries share proposes nobody at a desk: a lookup has to stay within milliseconds. */
const LARGEST_BLOCK = 700;

/**
 * Small registers are linked by comparing all with all, which says nothing of how to look somebody up. For these the rules are those
 * that find a person by document, by names and by birth.
 */
export function hasLookupRules({ blocking }: Pick<LinkageModel, 'blocking'>): boolean {
  return blocking.some(({ isChosen, rule }) => isChosen && rule.length > 0);
}

export function withLookupRules(model: LinkageModel): LinkageModel {
  const rules = lookupRules(model);
  return {
    ...model,
    blocking: rules.map((rule) => ({
      rule,
      label: rule.map(({ field, by }) => `${field} ${by}`).join(' + '),
      isChosen: true,
      pairs: 0,
      reason: 'The registers are small: these rules find a person by document, by names, by birth.',
      leftOut: [],
    })),
  };
}

function lookupRules({ spec }: LinkageModel): readonly BlockingRule[] {
  const fields = comparedFields(spec);
  const nameOf = (kind: string, part?: string) =>
    fields.find(({ field }) => field.kind === kind && field.part === part)?.name;
  const [given, family] = [nameOf('person_name', 'given'), nameOf('person_name', 'family')];
  const [birth, document] = [nameOf('date'), nameOf('document_number')];
  const part = (field: string | undefined, by: KeyPart['by']): BlockingRule =>
    field === undefined ? [] : [{ field, by }];
  const bothNames: BlockingRule =
    given === undefined || family === undefined ? [] : [{ field: given, by: 'either_order', with: family }];
  const wanted: readonly BlockingRule[][] = [
    [part(document, 'look_alike')],
    [bothNames],
    [part(birth, 'date'), part(given, 'first_1')],
    [part(birth, 'date'), part(family, 'first_1')],
    [part(birth, 'year'), part(family, 'word')],
    [part(birth, 'month_day'), part(given, 'sound')],
  ];
  return wanted.filter((parts) => parts.every((one) => one.length > 0)).map((parts) => parts.flat());
}

/** The model with the keys named that too many entries share, so that none of them is stored or asked for. */
export function withLeftOutKeys({ model, records, entries }: LinkResult): LinkageModel {
  const counts = new Map<bigint, number>();
  const bare = model.blocking.map((choice) => ({ ...choice, leftOut: [] }));
  const keysOf = makeStoredKeys(records.fields, bare);
  for (let entry = 0; entry < entries.count; entry += 1) {
    for (const key of keysOf(normalValuesOf(records, entries.firstOf[entry] ?? 0)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const leftOut = [...counts]
    .filter(([, count]) => count > LARGEST_BLOCK)
    .map(([key, count]) => ({ key: String(key), records: count }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const first = bare.findIndex(({ isChosen }) => isChosen);
  return { ...model, blocking: bare.map((choice, at) => (at === first ? { ...choice, leftOut } : choice)) };
}
