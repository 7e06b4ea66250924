import { formatNumber, NO_BREAK } from './format-number.ts';
import { formatPeriod } from './format-period.ts';

/** How far estimates of one age were from the final figures, on average over past months. */
export interface PastRevision {
  /** Months since the reference month. */
  readonly lag: number;
  /** Past months that have become final. */
  readonly months: number;
  /** Mean absolute revision in percent of the final figure. */
  readonly percent: number | null;
}

/** Past months without which an average says nothing. */
const enoughMonths = 6;

/**
 * The note under provisional figures: from when on they are provisional, what the band means, when they become final, and how far such
 * figures were revised before. '' where nothing is provisional. `window` is the residence test's, in days.
 */
export function describeProvisional(
  {
    from,
    window,
    revisions = [],
  }: { readonly from: string | null; readonly window: number; readonly revisions?: readonly PastRevision[] },
  language: 'en' | 'st' = 'en',
): string {
  if (from === null) return '';
  const months = Math.ceil(window / 30.4);
  return [
    `Figures from ${formatPeriod(from, language)} on are provisional: whether a crossing was a migration is known after up to ${months} months.`,
    'The band holds the final figure in 95 of 100 cases.',
    describeRevisions(revisions),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/**
 * "So far, figures told 1 month after were revised by 4.2 % on average, 6 months after by 1.1 % (24 months or more)." '' with too few
 * months to say so.
 */
export function describeRevisions(revisions: readonly PastRevision[]): string {
  const told = [1, 6, 12].flatMap((lag) =>
    revisions.flatMap((one) =>
      one.lag === lag && one.months >= enoughMonths && one.percent !== null
        ? [
            {
              months: one.months,
              text: `${lag} ${lag === 1 ? 'month' : 'months'} after`,
              by: `by ${formatNumber(one.percent, 1)}${NO_BREAK}%`,
            },
          ]
        : [],
    ),
  );
  const [first, ...others] = told;
  if (first === undefined) return '';
  const rest = others.map(({ text, by }) => `, ${text} ${by}`).join('');
  const fewest = Math.min(...told.map(({ months }) => months));
  return `So far, figures told ${first.text} were revised ${first.by} on average${rest} (${fewest} months or more).`;
}
