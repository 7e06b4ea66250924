import { inLanguage } from '@leeto/registers';
import type { Block, Definition } from '../document/document.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import type { ComposeContext } from './compose-context.ts';

export function glossaryOf(context: ComposeContext): readonly Definition[] {
  const { language } = context.edition;
  return context.pack.glossary
    .map((entry) => ({
      id: entry.id,
      term: inLanguage(entry.term, language),
      definition: inLanguage(entry.definition, language),
      source: entry.source,
    }))
    .toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

export function acronymBlocks(context: ComposeContext): readonly Block[] {
  const items = context.pack.acronyms
    .map(({ acronym, meaning }) => ({
      id: `acronym-${acronym.toLowerCase()}`,
      term: acronym,
      definition: inLanguage(meaning, context.edition.language),
      source: '',
    }))
    .toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
  return [{ kind: 'definitions', items }];
}

export function institutionBlocks(context: ComposeContext): readonly Block[] {
  const { language } = context.edition;
  return [
    {
      kind: 'definitions',
      items: context.pack.institutions.map(({ agency, part }) => ({
        id: `institution-${agency}`,
        term: context.agencyName(agency),
        definition: inLanguage(part, language),
        source: '',
      })),
    },
  ];
}

/** Annex: what each table counts, by which clause, for when and with what protection. */
export function measureMetadata(context: ComposeContext): readonly Block[] {
  const { language } = context.edition;
  const items = [...context.tables.values()].map((table) => ({
    id: `measure-${table.measure}`,
    term: inLanguage(table.title, language),
    definition: [
      inLanguage(table.definition, language),
      table.metadata.referencePeriod === ''
        ? 'No data.'
        : `Reference period: ${formatPeriod(table.metadata.referencePeriod, language)}.`,
      table.basis === 'microdata' ? table.protection.rule : 'Published aggregates, taken over as published.',
    ].join(' '),
    source: `${table.clause === '' ? '' : `${table.clause} · `}${table.measure}`,
  }));
  return items.length === 0 ? [] : [{ kind: 'definitions', items }];
}

/** Annex: all that is cited. */
export function sourceBlocks(context: ComposeContext): readonly Block[] {
  const items = context.sourceList.list().map((source) => ({
    id: `source-${source.number}`,
    term: `[${source.number}]`,
    definition: [
      source.citation,
      source.citation.startsWith(source.agency) ? '' : source.agency,
      source.publishedOn === '' ? '' : `published ${formatPeriod(source.publishedOn, context.edition.language)}`,
      source.licence,
      source.isSynthetic ? 'SYNTHETIC DATA' : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    source: '',
  }));
  return items.length === 0
    ? [context.paragraph('No sources are cited in this edition.', new Set())]
    : [{ kind: 'definitions', items }];
}

/** Annex: how figures were made, protected and rounded. */
export function methodNotes(context: ComposeContext): readonly Block[] {
  const seen = new Set<string>();
  const { snapshot } = context.edition;
  const rules = [
    ...new Set(
      [...context.tables.values()].filter((table) => table.basis === 'microdata').map((table) => table.protection.rule),
    ),
  ];
  return [
    context.paragraph(
      `All figures were computed from one snapshot of the registers (${snapshot}) and left the system through disclosure control. Each figure can be walked back to its source rows with the command printed under it.`,
      seen,
    ),
    context.paragraph(
      'Changes between periods are told in per cent where the earlier figure is 30 or more, otherwise in numbers; a period that is not complete is compared with the same months of the year before.',
      seen,
    ),
    ...(rules.length > 0 ? [{ kind: 'list' as const, items: rules.map((rule) => context.say(rule, seen)) }] : []),
  ];
}
