import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage, type Provenance } from '@leeto/registers';
import type { Block, Inline, KeyFigure } from '../document/document.ts';
import type { TableContent } from '../document/table-content.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { periodContent } from '../tables/period-content.ts';
import { findDimension } from '../tables/slice-table.ts';
import { crossContent } from '../tables/table-content-of.ts';
import { valuesContent } from '../tables/values-content.ts';
import type { ComposeContext } from './compose-context.ts';
import { drawMeasure } from './draw-measure.ts';
import type { MeasureView } from './measure-view.ts';
import { missingBlock } from './missing-block.ts';
import { citedSources, noteOfTable } from './note-of-table.ts';
import { type Reading, readMeasure } from './read-measure.ts';
import { keyFigureText, tellLevel, tellRanking, tellSeason } from './tell-measure.ts';

/** Most sources cited in the text itself. */
const mostCites = 3;

/** What a measure came to in the document, for the summary and the key findings. */
export interface Told {
  readonly measure: string;
  readonly title: string;
  readonly level: string;
  /** False where another view tells the same level. */
  readonly isLevelTold: boolean;
  readonly ranking: string;
  readonly keyFigure: KeyFigure | null;
  readonly target: string;
}

/**
 * The blocks of one view of a measure (`id` is a view's, or a measure's own): sentences, a figure, a table; or the notice
 * that there are no data, with who would hold them.
 */
export function presentMeasure(
  id: string,
  holder: string,
  seen: Set<string>,
  context: ComposeContext,
): readonly Block[] {
  const view = context.viewOf(id) ?? plainView(id, context.tables.get(id));
  const table = context.tables.get(view.measure);
  const reading = table ? readMeasure(table, view) : null;
  if (!table || !reading || (reading.now.value === null && !reading.now.isWithheld && reading.periods.length === 0)) {
    return [missingBlock(subjectOf(view, table, context), holder, context)];
  }
  const { language } = context.edition;
  const blocks: Block[] = [];
  const figure = figureBlock(table, reading, view, context);
  const body = tableBlock(table, reading, view, context, figure === null && view.ranksOnly !== true);
  const target = figure?.id ?? body?.id ?? '';
  const level = reading.now.value === null && !reading.now.isWithheld ? '' : tellLevel(reading, view, language);
  const ranking = tellRanking(table, reading, view, context.labeller);
  const season = view.category === undefined ? tellSeason(table, reading, context.labeller) : '';
  const alreadySaid = view.ranksOnly === true || context.told.some((told) => told.level === level && level !== '');
  const sentences = [alreadySaid ? '' : level, season, ranking].filter((sentence) => sentence !== '');
  if (sentences.length > 0)
    blocks.push(
      context.paragraph(
        sentences.join(' '),
        seen,
        referenceTo([figure, body], citedSources(table, reading.held), context),
      ),
    );
  if (figure) blocks.push(figure);
  if (body) blocks.push(body);
  context.told.push({
    isLevelTold: !alreadySaid,
    title: titleOf(table, view, context),
    measure: view.measure,
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
  const title = titled(titleOf(table, view, context), period, context);
  const chartUnit = drawing.chart.unit === '' ? '' : ` Figures in ${drawing.chart.unit}.`;
  return {
    kind: 'figure' as const,
    id: `figure-${number}`,
    number,
    title,
    chart: drawing.chart,
    summary: `${title}.${chartUnit} ${tellRanking(table, reading, view, context.labeller) || tellLevel(reading, view, context.edition.language)}`,
    data: drawing.data,
    note: noteOfTable({ table, content: drawing.data, held: reading.held, context }),
  };
}

function tableBlock(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  context: ComposeContext,
  isAlone: boolean,
) {
  const byDesign = tableContent(table, reading, view, context);
  const hasRows = byDesign !== null && byDesign.rows.length > 0;
  // A figure of one number still carries its period, source and coverage: a small table by period stands under the text.
  const content = hasRows ? byDesign : isAlone ? periodContent(table, reading, context.labeller) : null;
  if (content === null || content.rows.length === 0) return null;
  const number = context.nextNumber('table');
  const acrossTime = !hasRows || findDimension(table, view.table?.columns ?? '')?.isTime === true;
  const period = acrossTime ? spanOf(reading.periods) : reading.nowPeriod;
  return {
    kind: 'table' as const,
    id: `table-${number}`,
    number,
    title: titled(titleOf(table, view, context), period, context),
    content,
    note: noteOfTable({ table, content, held: reading.held, context }),
  };
}

function tableContent(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  context: ComposeContext,
): TableContent | null {
  if (!view.table) return null;
  const { rows, columns = '', values } = view.table;
  if (values) return valuesContent(table, { rows, values, where: reading.nowWhere, rowLimit: 20 }, context.labeller);
  const down = findDimension(table, rows);
  if (!down) return null;
  const across = findDimension(table, columns);
  const isOverTime = across?.isTime === true || down.isTime === true;
  const where = Object.fromEntries(
    Object.entries(isOverTime ? reading.held : reading.nowWhere).filter(([name]) => name !== rows && name !== columns),
  );
  return crossContent(
    table,
    {
      rows,
      columns: across?.name ?? '',
      value: reading.value.name,
      where,
      columnLimit: 6,
      rowLimit: 15,
      ...(view.addsUp === undefined ? {} : { addsUp: view.addsUp }),
    },
    context.labeller,
  );
}

function referenceTo(
  blocks: readonly ({ readonly kind: 'figure' | 'table'; readonly id: string; readonly number: string } | null)[],
  sources: readonly Provenance[],
  context: ComposeContext,
): readonly Inline[] {
  const cites = [...new Set(sources.map((source) => context.sourceList.cite(source)))];
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
    // A long row of numbers helps nobody: the note under the table has them all.
    ...(cites.length > mostCites ? [] : cites.map((source) => ({ kind: 'cite' as const, source }))),
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
    isSynthetic: citedSources(table, reading.held).some((source) => source.isSynthetic),
    target,
  };
}

function plainView(measure: string, table: ReleasedTable | undefined): MeasureView {
  const rows = table?.dimensions.find((dimension) => !dimension.isTime)?.name ?? table?.dimensions[0]?.name ?? '';
  const columns = table?.dimensions.find((dimension) => dimension.isTime && dimension.name !== rows)?.name ?? '';
  return {
    id: measure,
    measure,
    subject: table ? `The figure for “${table.title.en}”` : 'The figure',
    figure: 'none',
    table: { rows, columns },
    period: 'latest',
  };
}

/** "persons_and_movements" is no name for a reader: a view is named by its title or by what it counts. */
function subjectOf(view: MeasureView, table: ReleasedTable | undefined, context: ComposeContext): string {
  if (table) return titleOf(table, view, context);
  return view.title ?? view.subject.replace(/^The (number of |sum of )?/, '').replace(/,.*$/, '');
}

function titleOf(table: ReleasedTable, view: MeasureView, context: ComposeContext): string {
  return view.title ?? inLanguage(table.title, context.edition.language);
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
