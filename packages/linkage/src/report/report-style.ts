import { readFileSync } from 'node:fs';
import { Html } from './html.ts';

const rules = readFileSync(new URL('report.css', import.meta.url), 'utf8');

/** Colours of paper and light screens, and of dark ones. Text pairs meet WCAG AA; `for` and `against` differ in lightness too. */
const light =
  '--page:#fff;--raised:#f4f6f6;--ink:#17252c;--muted:#52626b;--rule:#cdd6d9;--grid:#e1e7e9;--accent:#0a5672;--accent-soft:#e3eef2;--warning:#8f3d0e;--warning-soft:#fcf0e6;--for:#0b6187;--against:#c86414;--apart:#8b989f;--between:#94801b;--doubt:#f7f3e1;--track:#eef2f3;color-scheme:light';
const dark =
  '--page:#10191e;--raised:#18242b;--ink:#e7eef0;--muted:#a5b4bb;--rule:#33434b;--grid:#25333a;--accent:#7cc4df;--accent-soft:#1b323d;--warning:#f3b184;--warning-soft:#33231a;--for:#5db1d6;--against:#f0954a;--apart:#74848c;--between:#d1bb4f;--doubt:#26271c;--track:#1d2a31;color-scheme:dark';

/** The page's whole style. */
export function reportStyle(fontFaces = ''): Html {
  return new Html(
    `${fontFaces}\n:root{${light}}\n@media (prefers-color-scheme:dark){:root{${dark}}}\n@media print{:root{${light}}}\n${rules}`,
  );
}
