import { Html, html } from './html.ts';

const style = new Html(`
:root { color-scheme: light dark; --page: #fff; --raised: #f3f6f6; --ink: #17252c; --muted: #4f5f68; --rule: #d3dcdf; --accent: #0a5672; --on-accent: #fff; --good: #1d6b45; --warning: #8f3d0e; --warning-soft: #fcf0e6; }
@media (prefers-color-scheme: dark) { :root { --page: #10191e; --raised: #18242b; --ink: #e7eef0; --muted: #a5b4bb; --rule: #2f3f47; --accent: #7cc4df; --on-accent: #0b171c; --good: #7fcfa5; --warning: #f3b184; --warning-soft: #33231a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 "Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.75rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .2rem; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { margin: .4rem 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9em; overflow-wrap: anywhere; }
.mark { background: var(--warning-soft); color: var(--warning); font-weight: 600; padding: .4rem 1.25rem; text-align: center; font-size: .9rem; }
.muted { color: var(--muted); }
.edition { margin-top: 1.25rem; padding: 1rem 1.1rem; background: var(--raised); border: 1px solid var(--rule); border-radius: .5rem; }
.edition h2 { margin: 0; font-size: 1.2rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .8rem 0 0; list-style: none; }
.choices a { display: block; padding: .45rem .9rem; border: 1px solid var(--rule); border-radius: .4rem; background: var(--page); text-decoration: none; }
.choices a:hover { border-color: var(--accent); }
.choices li:first-child a { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.choices span { font-size: .85rem; color: var(--muted); }
.choices li:first-child span { color: inherit; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); margin: 1.25rem 0 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
.facts div { padding: .55rem .9rem .55rem 0; }
.facts dt { color: var(--muted); font-size: .85rem; }
.facts dd { margin: 0; font-size: 1.35rem; line-height: 1.25; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .28rem 1rem .28rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
.refused { color: var(--warning); font-weight: 600; }
details { border-bottom: 1px solid var(--rule); }
summary { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .45rem 0; cursor: pointer; list-style-position: inside; }
summary strong { min-width: 13rem; }
summary::before { content: "▸"; color: var(--muted); width: .8rem; margin-right: -.5rem; }
details[open] summary::before { content: "▾"; }
summary::-webkit-details-marker { display: none; }
details .scroll { padding: 0 0 .75rem 1.3rem; }
details tr:last-child td { border-bottom: 0; }
.now { margin-top: 1.25rem; padding: .8rem 1.1rem; background: var(--raised); border: 1px solid var(--rule); border-radius: .5rem; }
.step { font-size: 1.1rem; }
progress { width: 100%; height: .6rem; accent-color: var(--accent); }
footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--muted); font-size: .85rem; }
@media (max-width: 34rem) { h1 { font-size: 1.35rem; } summary strong { min-width: calc(100% - 2rem); } summary { padding-left: 0; } .facts { grid-template-columns: 1fr 1fr; } .choices li { flex: 1 1 45%; } }
`);

export interface PageContent {
  readonly title: string;
  /** Stands above everything on a demonstration instance; '' elsewhere. */
  readonly mark: string;
  readonly content: Html;
  /** The page asks for itself again after so many seconds. */
  readonly refreshSeconds?: number;
}

/** A whole page that asks nothing of the network. */
export function page({ title, mark, content, refreshSeconds }: PageContent): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshSeconds === undefined ? null : html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${mark === '' ? null : html`<div class="mark" role="note">${mark}</div>`}
${content}
</body>
</html>
`.text;
}
