import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Direction of a migration flow. */
export const flowDirection = defineClassification({
  id: 'flow_direction',
  label: { en: 'Direction of a flow' },
  description: { en: 'Immigration or emigration.' },
  version: '1',
  source: 'UN 1998 Recommendations Rev.1',
  status: 'official',
  items: itemsOf(
    [
      'immigration',
      'Immigration',
      ['immigrants', 'inflow', 'arrivals', 'in', 'immigrant', 'inflows', 'migrant arrivals'],
    ],
    [
      'emigration',
      'Emigration',
      ['emigrants', 'outflow', 'departures', 'out', 'emigrant', 'outflows', 'migrant departures'],
    ],
  ),
});
