import { shareOf } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { ReportContext } from './report-context.ts';
import type { Share } from './report-input.ts';

/** A share, with its interval below where it has one. */
export function shareCell({ say }: ReportContext, { value, low, high }: Share): Html {
  if (low === undefined || high === undefined || Number.isNaN(low)) return html`${shareOf(value)}`;
  return html`${shareOf(value)} <small>${say('interval', { low: shareOf(low), high: shareOf(high) })}</small>`;
}
