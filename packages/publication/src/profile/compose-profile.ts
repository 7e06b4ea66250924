import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { AnnexTable, Block, ProfileDocument, Section } from '../document/document.ts';
import { fullContent } from '../tables/table-content-of.ts';
import {
  acronymBlocks,
  glossaryOf,
  institutionBlocks,
  measureMetadata,
  methodNotes,
  sourceBlocks,
} from './back-matter.ts';
import { type ComposeContext, type ComposeInput, makeContext } from './compose-context.ts';
import { missingBlock } from './missing-block.ts';
import { noteOfTable } from './note-of-table.ts';
import { presentInstruments } from './present-instruments.ts';
import { presentMeasure } from './present-measure.ts';
import { presentPortMap } from './present-port-map.ts';
import type { Chapter, Content, LateContent } from './profile-pack.ts';
import { evidenceGaps, executiveSummary, keyFindings } from './summary-blocks.ts';

/**
 * Makes the Migration Profile of released tables: chapters in the country's order, text that follows the figures, notices
 * where there are no data. Pure: the same input gives the same document. Throws where a table was not released.
 */
export function composeProfile(input: ComposeInput): ProfileDocument {
  for (const table of input.tables.values()) assertReleased(table);
  const context = makeContext(input);
  const { language, instanceKind } = input.edition;
  const drafts = input.pack.chapters.map((chapter) => draftChapter(chapter, 1, context));
  const annex = [...input.tables.values()].map((table) => annexTable(table, context));
  const sections = drafts.map((draft) => finishChapter(draft, context));
  const isSynthetic = [...input.tables.values()].some((table) =>
    table.metadata.sources.some((source) => source.isSynthetic),
  );
  return Object.freeze({
    edition: input.edition,
    country: inLanguage(input.pack.country.name, language),
    isSynthetic,
    mark: markOf(instanceKind === 'demonstration', isSynthetic),
    sections,
    glossary: glossaryOf(context),
    sources: context.sourceList.list(),
    annex,
  });
}

function markOf(isDemonstration: boolean, isSynthetic: boolean): string {
  if (isDemonstration)
    return isSynthetic
      ? 'Demonstration, with synthetic data: not official statistics'
      : 'Demonstration: not official statistics';
  return isSynthetic ? 'Contains synthetic data: not official statistics' : '';
}

/** A chapter whose late blocks (summary, findings, lists) wait until all the others are made. */
interface Draft {
  readonly chapter: Chapter;
  readonly level: 1 | 2 | 3;
  readonly blocks: readonly (readonly Block[] | LateKind)[];
  readonly chapters: readonly Draft[];
}

type LateKind = LateContent['kind'];

function draftChapter(chapter: Chapter, level: 1 | 2 | 3, context: ComposeContext): Draft {
  const seen = new Set<string>();
  const blocks = chapter.content.map((content) =>
    isLate(content) ? content.kind : makeBlocks(content, seen, context),
  );
  const below = level === 1 ? 2 : 3;
  return {
    chapter,
    level,
    blocks,
    chapters: (chapter.chapters ?? []).map((each) => draftChapter(each, below, context)),
  };
}

function isLate(content: Content): content is LateContent {
  return ['executive_summary', 'key_findings', 'evidence_gaps', 'source_list'].includes(content.kind);
}

function makeBlocks(
  content: Exclude<Content, LateContent>,
  seen: Set<string>,
  context: ComposeContext,
): readonly Block[] {
  const { language } = context.edition;
  switch (content.kind) {
    case 'text': {
      const cite = content.source ? [{ kind: 'cite' as const, source: context.sourceList.cite(content.source) }] : [];
      return [context.paragraph(inLanguage(content.text, language), seen, cite)];
    }
    case 'measure':
      return presentMeasure(content.view, content.holder, seen, context);
    case 'port_map': {
      const map = presentPortMap(content.view, context);
      return map ? [map] : [];
    }
    case 'gap':
      return [
        missingBlock(
          inLanguage(content.subject, language),
          content.holder,
          context,
          inLanguage(content.remedy, language),
        ),
      ];
    case 'instruments':
      return presentInstruments(content, context);
    case 'institutions':
      return institutionBlocks(context);
    case 'acronyms':
      return acronymBlocks(context);
    case 'glossary':
      return [{ kind: 'definitions', items: glossaryOf(context) }];
    case 'data_assessment':
      return presentMeasure('data_quality', 'bureau_of_statistics', seen, context);
    case 'measure_metadata':
      return measureMetadata(context);
    case 'method_notes':
      return methodNotes(context);
    default:
      return content satisfies never;
  }
}

function finishChapter(draft: Draft, context: ComposeContext): Section {
  const { chapter, level } = draft;
  return {
    id: chapter.id,
    number: chapter.number,
    title: inLanguage(chapter.title, context.edition.language),
    level,
    blocks: draft.blocks.flatMap((block) => (typeof block === 'string' ? makeLate(block, context) : block)),
    sections: draft.chapters.map((each) => finishChapter(each, context)),
  };
}

function makeLate(kind: LateKind, context: ComposeContext): readonly Block[] {
  if (kind === 'executive_summary') return executiveSummary(context);
  if (kind === 'key_findings') return keyFindings(context);
  return kind === 'evidence_gaps' ? evidenceGaps(context) : sourceBlocks(context);
}

function annexTable(table: ReleasedTable, context: ComposeContext): AnnexTable {
  const { language } = context.edition;
  const content = fullContent(table, context.labeller);
  return {
    measure: table.measure,
    title: inLanguage(table.title, language),
    definition: inLanguage(table.definition, language),
    clause: table.clause,
    content,
    note: noteOfTable({ table, content, held: {}, context }),
  };
}
