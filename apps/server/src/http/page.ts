import { Html, html } from './html.ts';

const style = new Html(`
:root { color-scheme: light dark; --page: #fff; --raised: #f4f6f6; --ink: #17252c; --muted: #52626b; --rule: #cdd6d9; --accent: #0a5672; --warning: #8f3d0e; --warning-soft: #fcf0e6; }
@media (prefers-color-scheme: dark) { :root { --page: #10191e; --raised: #18242b; --ink: #e7eef0; --muted: #a5b4bb; --rule: #33434b; --accent: #7cc4df; --warning: #f3b184; --warning-soft: #33231a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main, header, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.mark { background: var(--warning-soft); color: var(--warning); font-weight: 600; padding: .5rem 1.25rem; text-align: center; }
.muted { color: var(--muted); }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; padding: 0; list-style: none; }
.choices a { display: block; height: 100%; padding: .9rem 1rem; background: var(--raised); border: 1px solid var(--rule); border-radius: .4rem; text-decoration: none; }
.choices a:hover { border-color: var(--accent); }
.choices strong { display: block; font-size: 1.05rem; }
.choices span { color: var(--muted); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { color: var(--muted); font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--muted); font-size: .9rem; }
`);

export interface PageContent {
  readonly title: string;
  /** Stands above everything on a demonstration instance; '' elsewhere. */
  readonly mark: string;
  readonly content: Html;
}

/** A whole page that asks nothing of the network. */
export function page({ title, mark, content }: PageContent): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${mark === '' ? null : html`<div class="mark" role="note">${mark}</div>`}
${content}
</body>
</html>
`.text;
}
