import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { Block, Inline, KeyFigure } from '../document/document.ts';
import type { TableContent } from '../document/table-content.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { codesOf, findDimension } from '../tables/slice-table.ts';
import { crossContent, fullContent } from '../tables/table-content-of.ts';
import type { ComposeContext } from './compose-context.ts';
import { drawMeasure } from './draw-measure.ts';
import type { MeasureView } from './measure-view.ts';
import { missingBlock } from './missing-block.ts';
import { noteOfTable } from './note-of-table.ts';
import { type Reading, readMeasure } from './read-measure.ts';
import { keyFigureText, tellLevel, tellRanking, tellSeason } from './tell-measure.ts';

/** What a measure came to in the document, for the summary and the key findings. */
export interface Told {
  readonly measure: string;
  readonly level: string;
  readonly ranking: string;
  readonly keyFigure: KeyFigure | null;
  readonly target: string;
}

/** The blocks of one measure: sentences, a figure, a table; or the notice that there are no data, with who would hold them. */
export function presentMeasure(
  measure: string,
  holder: string,
  seen: Set<string>,
  context: ComposeContext,
): readonly Block[] {
  const table = context.tables.get(measure);
  const view = context.viewOf(measure) ?? plainView(measure, table);
  const reading = table ? readMeasure(table, view) : null;
  if (!table || !reading || table.rows.length === 0)
    return [missingBlock(subjectOf(measure, table, context), holder, context)];
  const { language } = context.edition;
  const blocks: Block[] = [];
  const figure = figureBlock(table, reading, view, context);
  const body = tableBlock(table, reading, view, context);
  const target = figure?.id ?? body?.id ?? '';
  const level = reading.now.value === null && !reading.now.isWithheld ? '' : tellLevel(reading, view, language);
  const ranking = tellRanking(table, reading, view, context.labeller);
  const season = view.category === undefined ? tellSeason(table, reading, context.labeller) : '';
  const alreadySaid = context.told.some((told) => told.level === level && level !== '');
  const sentences = [alreadySaid ? '' : level, season, ranking].filter((sentence) => sentence !== '');
  if (sentences.length > 0)
    blocks.push(context.paragraph(sentences.join(' '), seen, referenceTo([figure, body], table, context)));
  if (figure) blocks.push(figure);
  if (body) blocks.push(body);
  context.told.push({
    measure,
    level,
    ranking,
    target,
    keyFigure: keyFigureOf(table, reading, view, target, language),
  });
  return blocks;
}

function figureBlock(table: ReleasedTable, reading: Reading, view: MeasureView, context: ComposeContext) {
  const drawing = drawMeasure(table, reading, view, context.labeller);
  if (!drawing) return null;
  const number = context.nextNumber('figure');
  const period = drawing.chart.kind === 'bars' ? reading.nowPeriod : spanOf(reading.periods);
  const title = titled(inLanguage(table.title, context.edition.language), period, context);
  const chartUnit = drawing.chart.unit === '' ? '' : ` Figures in ${drawing.chart.unit}.`;
  return {
    kind: 'figure' as const,
    id: `figure-${number}`,
    number,
    title,
    chart: drawing.chart,
    summary: `${title}.${chartUnit} ${tellRanking(table, reading, view, context.labeller) || tellLevel(reading, view, context.edition.language)}`,
    data: drawing.data,
    note: noteOfTable(table, drawing.data, context.sourceList, context.edition.language),
  };
}

function tableBlock(table: ReleasedTable, reading: Reading, view: MeasureView, context: ComposeContext) {
  const content = tableContent(table, reading, view, context);
  if (content === null || content.rows.length === 0) return null;
  const number = context.nextNumber('table');
  const acrossTime = view.table !== undefined && findDimension(table, view.table.columns)?.isTime === true;
  const period = acrossTime ? spanOf(reading.periods) : reading.nowPeriod;
  return {
    kind: 'table' as const,
    id: `table-${number}`,
    number,
    title: titled(inLanguage(table.title, context.edition.language), period, context),
    content,
    note: noteOfTable(table, content, context.sourceList, context.edition.language),
  };
}

function tableContent(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  context: ComposeContext,
): TableContent | null {
  if (!view.table) return null;
  const rows =
    findDimension(table, view.table.rows) ??
    table.dimensions.find((dimension) => codesOf(table, dimension.name).length > 1);
  if (!rows) return fullContent(table, context.labeller);
  const columns = findDimension(table, view.table.columns);
  const isAcrossTime = columns?.isTime === true;
  const { [reading.time]: _now, ...withoutTime } = reading.nowWhere;
  const held = Object.fromEntries(
    Object.entries(isAcrossTime || rows.isTime ? withoutTime : reading.nowWhere).filter(([name]) => name !== rows.name),
  );
  return crossContent(
    table,
    {
      rows: rows.name,
      columns: columns?.name ?? '',
      value: reading.value.name,
      where: held,
      columnLimit: 6,
      rowLimit: 20,
    },
    context.labeller,
  );
}

function referenceTo(
  blocks: readonly ({ readonly kind: 'figure' | 'table'; readonly id: string; readonly number: string } | null)[],
  table: ReleasedTable,
  context: ComposeContext,
): readonly Inline[] {
  const cites = [...new Set(table.metadata.sources.map((source) => context.sourceList.cite(source)))];
  const references = blocks
    .filter((block) => block !== null)
    .flatMap((block, at): Inline[] => [
      { kind: 'text', text: at === 0 ? ' (' : ' and ' },
      {
        kind: 'reference',
        target: block.id,
        text: `${block.kind === 'figure' ? 'Figure' : 'Table'}\u00a0${block.number}`,
      },
    ]);
  return [
    ...references,
    ...(references.length > 0 ? [{ kind: 'text' as const, text: ')' }] : []),
    ...cites.map((source) => ({ kind: 'cite' as const, source })),
  ];
}

function keyFigureOf(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  target: string,
  language: 'en' | 'st',
): KeyFigure | null {
  if (view.keyFigure === undefined || reading.now.value === null) return null;
  return {
    label: view.keyFigure,
    ...keyFigureText(reading, language),
    context: formatPeriod(reading.nowPeriod, language, 'short'),
    isSynthetic: table.metadata.sources.some((source) => source.isSynthetic),
    target,
  };
}

function plainView(measure: string, table: ReleasedTable | undefined): MeasureView {
  const rows = table?.dimensions.find((dimension) => !dimension.isTime)?.name ?? table?.dimensions[0]?.name ?? '';
  const columns = table?.dimensions.find((dimension) => dimension.isTime && dimension.name !== rows)?.name ?? '';
  return {
    measure,
    subject: table ? `The figure for “${table.title.en}”` : 'The figure',
    figure: 'none',
    table: { rows, columns },
    isFlow: false,
  };
}

/** "persons_and_movements" is no name for a reader; a measure without a table is named by its own title where one came. */
function subjectOf(measure: string, table: ReleasedTable | undefined, context: ComposeContext): string {
  if (table) return inLanguage(table.title, context.edition.language);
  return context.viewOf(measure)?.subject.replace(/^The /, '').replace(/,$/, '') ?? measure.replaceAll('_', ' ');
}

function spanOf(periods: readonly string[]): string {
  const first = periods[0];
  const last = periods[periods.length - 1];
  return first === undefined || last === undefined ? '' : `${first}/${last}`;
}

function titled(title: string, period: string, context: ComposeContext): string {
  const when = formatPeriod(period, context.edition.language);
  return when === '' || title.includes(when) ? title : `${title}, ${when}`;
}
