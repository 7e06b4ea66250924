import type { PackDelivery } from '@leeto/registers';
import { census2006, census2016 } from './census.ts';
import { laws } from './laws.ts';
import {
  basothoInSouthAfrica,
  exemptionPermits,
  immigrants2020,
  remittances,
  seasonOfTravel,
  sourcesAssessed,
  specialPermits,
} from './published-figures.ts';
import { refugees2023 } from './refugees.ts';

/** Published figures and laws that come with the pack, each delivery with the publication that it is taken from. */
export const deliveries: readonly PackDelivery[] = [
  census2006,
  census2016,
  basothoInSouthAfrica,
  immigrants2020,
  refugees2023,
  specialPermits,
  exemptionPermits,
  remittances,
  seasonOfTravel,
  sourcesAssessed,
  laws,
];
