/** An element of an XML document: name, attributes (absent ones are left out), children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly (XmlElement | string | null | readonly (XmlElement | null)[])[]
): XmlElement {
  const given = children.flat().filter((child): child is XmlElement | string => child !== null);
  return { name, attributes, children: given };
}

/** The document as text, UTF-8 with declaration; an element of text stands on one line. */
export function xmlText(root: XmlElement): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function write({ name, attributes, children }: XmlElement, indent: string, lines: string[]): void {
  const told = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (children.length === 0) {
    lines.push(`${indent}<${name}${told}/>`);
    return;
  }
  if (children.every((child) => typeof child === 'string')) {
    lines.push(`${indent}<${name}${told}>${children.map(escapeText).join('')}</${name}>`);
    return;
  }
  lines.push(`${indent}<${name}${told}>`);
  for (const child of children) {
    if (typeof child === 'string') lines.push(`${indent}  ${escapeText(child)}`);
    else write(child, `${indent}  `, lines);
  }
  lines.push(`${indent}</${name}>`);
}

/** What XML 1.0 has no way to write (control characters, half of a surrogate pair) becomes a space. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escapeText(text: string): string {
  return text.replace(unwritable, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
