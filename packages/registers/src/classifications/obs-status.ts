import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Status of a published figure. */
export const obsStatus = defineClassification({
  id: 'obs_status',
  label: { en: 'Status of a figure' },
  description: { en: 'Whether a figure is normal, provisional, estimated or missing.' },
  version: 'SDMX CL_OBS_STATUS 2.2',
  source: 'SDMX CL_OBS_STATUS',
  status: 'official',
  items: itemsOf(
    ['A', 'Normal value', ['normal', 'final', 'actual']],
    ['B', 'Break in series', ['break', 'time series break']],
    ['D', 'Definition differs', ['definition differs']],
    ['E', 'Estimated value', ['estimated', 'estimate', 'e']],
    ['F', 'Forecast value', ['forecast', 'projection']],
    ['G', 'Experimental value', ['experimental']],
    ['I', 'Imputed value', ['imputed']],
    ['M', 'Missing value; data cannot exist', ['missing', 'cannot exist']],
    ['O', 'Missing value', ['not collected', 'not available', '..', 'na']],
    ['P', 'Provisional value', ['provisional', 'preliminary', 'p']],
    ['Q', 'Missing value; suppressed', ['suppressed', 'confidential']],
    ['U', 'Low reliability', ['low reliability', 'unreliable']],
    ['V', 'Unvalidated value', ['unvalidated', 'unverified']],
  ),
});
