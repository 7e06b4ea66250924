import type { MeasureView } from './measure-view.ts';
import { borderViews } from './views/border-views.ts';
import { flowViews } from './views/flow-views.ts';
import { impactViews } from './views/impact-views.ts';
import { indicatorViews } from './views/indicator-views.ts';
import { protectionViews } from './views/protection-views.ts';
import { stayViews } from './views/stay-views.ts';
import { stockViews } from './views/stock-views.ts';

/** How each measure of the first set is shown. A measure without an entry is shown as a table alone. */
export const measureViews: readonly MeasureView[] = [
  ...borderViews,
  ...flowViews,
  ...stayViews,
  ...stockViews,
  ...protectionViews,
  ...impactViews,
  ...indicatorViews,
];
