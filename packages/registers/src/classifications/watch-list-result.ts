import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Result of the watch-list check. */
export const watchListResult = defineClassification({
  id: 'watch_list_result',
  label: { en: 'Watch-list result' },
  description: { en: 'Result of a check against watch lists.' },
  version: '1',
  source: 'ICAO Annex 9; INTERPOL practice',
  status: 'interim',
  items: itemsOf(
    ['clear', 'Clear', ['no hit', 'none', 'negative', 'no', 'cleared', 'ok', 'no match']],
    ['hit', 'Hit', ['match', 'positive', 'alert', 'yes', 'possible match']],
    ['not_checked', 'Not checked', ['unchecked', 'not done', 'n/a', 'offline', 'system down']],
  ),
});
