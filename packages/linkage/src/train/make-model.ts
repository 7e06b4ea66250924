import type { Comparison } from '../compare/comparison.ts';
import type { ValueColumn } from '../compare/level-finder.ts';
import { levelSql } from '../compare/level-sql.ts';
import type { BlockingChoice, LinkageModel, TermFrequencies } from '../model.ts';
import { weightOf } from '../model.ts';
import type { FieldColumn } from '../records/record-set.ts';
import type { LinkSpec } from '../spec/link-spec.ts';
import type { Namesakes } from './expectation-maximisation.ts';
import { countTermFrequencies, countWithin } from './term-frequencies.ts';
import type { Trained } from './train-model.ts';

/** Below this probability two records are not worth a person's look. */
const REVIEW_FROM = 0.2;

/** Puts what was learnt into a model that can be read, kept and used again. */
export function makeModel(
  spec: LinkSpec,
  comparisons: readonly Comparison[],
  trained: Trained,
  blocking: readonly BlockingChoice[],
  fields: readonly FieldColumn[],
  columns: readonly ValueColumn[],
): LinkageModel {
  // Where people told most of the pairs of one person that were learnt from.
  const isFromLabels = trained.labels !== null && trained.labels.matches * 2 >= trained.matches;
  return {
    format: 'leeto-linkage-model',
    version: 1,
    spec,
    prior: trained.prior,
    comparisons: comparisons.map((comparison, c) => {
      const index = fields.findIndex(({ name }) => name === comparison.fields[0]);
      const usesFrequency = comparison.levels.some(({ usesTermFrequency }) => usesTermFrequency);
      return {
        ...comparison,
        levels: comparison.levels.map((level, l) => {
          const m = trained.m[c]?.[l] ?? level.initialM;
          const u = trained.u[c]?.[l] ?? 1;
          return {
            ...level,
            m,
            u,
            weight: Math.log2(m / u),
            learntFrom: isFromLabels ? ('labels' as const) : ('em' as const),
            sql: levelSql(comparison, level),
          };
        }),
        termFrequencies: usesFrequency ? frequenciesOf(index, trained.agreement[c], fields, columns) : null,
      };
    }),
    differenceRatios: trained.differences.ratios,
    homeLimit: trained.homeLimit,
    ...(trained.namesakes === null ? {} : { namesakes: namesakesOf(trained.namesakes, comparisons) }),
    blocking,
    thresholds: { match: weightOf(spec.threshold ?? 0.95), review: weightOf(REVIEW_FROM) },
    trainedOn: {
      records: columns[0]?.valueOf.length ?? 0,
      randomPairs: trained.randomPairs,
      runs: [
        {
          rule: 'all rules together',
          pairs: Math.round(trained.candidatePairs),
          iterations: trained.iterations,
          matches: Math.round(trained.matches),
        },
      ],
      ...(trained.labels === null ? {} : { labels: trained.labels }),
    },
  };
}

function namesakesOf(namesakes: Namesakes, comparisons: readonly Comparison[]) {
  const levels = comparisons.flatMap(({ id }, c) => {
    const own = namesakes.levels[c];
    return own ? [[id, [...own]] as const] : [];
  });
  return { prior: namesakes.prior, levels: Object.fromEntries(levels) };
}

function frequenciesOf(
  index: number,
  agreement: number | undefined,
  fields: readonly FieldColumn[],
  columns: readonly ValueColumn[],
): TermFrequencies | null {
  const field = fields[index];
  const column = columns[index];
  if (field === undefined || column === undefined) return null;
  const counted = countTermFrequencies(column, field.pool);
  const frequencies = counted === null || agreement === undefined ? counted : { ...counted, agreement };
  const nationality = fields.findIndex(isNationality);
  const strata = fields[nationality];
  const stratum = columns[nationality];
  if (frequencies === null || field.field.kind !== 'person_name' || !strata || !stratum) return frequencies;
  return {
    ...frequencies,
    within: { field: strata.name, strata: countWithin(column, field.pool, stratum, strata.pool) },
  };
}

/** The field by which names go in groups: the first country, if it is no country that issued a document. */
function isNationality({ name, field }: FieldColumn): boolean {
  return field.kind === 'country' && !/issu|document|passport|visa|permit/i.test(name);
}
