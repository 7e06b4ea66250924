import type { Block, Inline } from '../document/document.ts';
import type { ComposeContext } from './compose-context.ts';
import type { Told } from './present-measure.ts';

/** Most sentences of the summary and of the findings: a page, not a list of all there is. */
const mostFindings = 9;
const mostRankings = 14;

/** The executive summary, made of what the chapters came to. Composed last, though it stands first. */
export function executiveSummary(context: ComposeContext): readonly Block[] {
  const seen = new Set<string>();
  const items = context.told.map((told) => told.keyFigure).filter((figure) => figure !== null);
  const blocks: Block[] = [];
  if (items.length > 0) blocks.push({ kind: 'key_figures', items: items.slice(0, 8) });
  const findings = distinctLevels(context.told).slice(0, mostFindings);
  if (findings.length > 0) blocks.push({ kind: 'list', items: findings.map((told) => finding(told, context, seen)) });
  if (context.gaps.length > 0) {
    const subjects = context.gaps.length === 1 ? 'one subject' : `${context.gaps.length} subjects`;
    blocks.push(
      context.paragraph(
        `On ${subjects} no data were delivered; the chapters say so where it applies, and name the agency that would hold them.`,
        seen,
      ),
    );
  }
  if (findings.length === 0) blocks.unshift(context.paragraph('No figures have been released for this edition.', seen));
  return blocks;
}

/** Findings for Part D: levels with their rankings. */
export function keyFindings(context: ComposeContext): readonly Block[] {
  const seen = new Set<string>();
  const ranked = context.told.filter((told) => told.ranking !== '');
  if (ranked.length === 0)
    return [context.paragraph('No figures have been released from which findings could be drawn.', seen)];
  const finding = (told: Told): readonly Inline[] => [
    { kind: 'strong', text: `${told.title}. ` },
    ...context.say(told.ranking, seen),
    ...pointer(told),
  ];
  return [{ kind: 'list', items: ranked.slice(0, mostRankings).map(finding) }];
}

/** What is missing and who would hold it, as the way to better evidence. */
export function evidenceGaps(context: ComposeContext): readonly Block[] {
  const seen = new Set<string>();
  if (context.gaps.length === 0)
    return [context.paragraph('Each subject of the template has data in this edition.', seen)];
  const byHolder = Map.groupBy(context.gaps, (gap) => gap.holder);
  return [
    context.paragraph(
      'The following would close the gaps of this edition, by the agency that would hold the data:',
      seen,
    ),
    {
      kind: 'list',
      items: [...byHolder].map(([holder, gaps]): readonly Inline[] => [
        { kind: 'strong', text: holder },
        { kind: 'text', text: `: ${[...new Set(gaps.map((gap) => gap.subject))].join('; ')}.` },
      ]),
    },
  ];
}

function finding(told: Told, context: ComposeContext, seen: Set<string>): readonly Inline[] {
  return [...context.say(told.level, seen), ...pointer(told)];
}

function pointer(told: Told): readonly Inline[] {
  if (told.target === '') return [];
  const [kind, number] = told.target.split('-');
  return [
    { kind: 'text', text: ' (' },
    { kind: 'reference', target: told.target, text: `${kind === 'figure' ? 'Figure' : 'Table'}\u00a0${number}` },
    { kind: 'text', text: ')' },
  ];
}

function distinctLevels(told: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  return told.filter((each) => {
    if (each.level === '' || !each.isLevelTold || seen.has(each.level)) return false;
    seen.add(each.level);
    return true;
  });
}
