import type { CountryPack } from '@leeto/registers';
import { agencies } from './agencies.ts';
import { citizenshipGroups } from './citizenship-groups.ts';
import { deliveries } from './deliveries/deliveries.ts';
import { districtShapes } from './district-shapes.ts';
import { district } from './districts.ts';
import { refusalGround, removalGround } from './grounds.ts';
import { indicator } from './indicators.ts';
import { permitType, visaType } from './permit-types.ts';
import { port } from './ports.ts';

/** All that the system knows of Lesotho. */
export const lesotho: CountryPack = {
  code: 'LSO',
  name: { en: 'Lesotho', st: 'Lesotho' },
  agencies,
  classifications: [district, port, permitType, visaType, refusalGround, removalGround, indicator],
  registers: [],
  deliveries,
  shapes: { districts: districtShapes },
  citizenshipGroups,
};
