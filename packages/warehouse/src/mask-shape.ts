import type { Cell } from './cell.ts';

const longest = 24;

/** The shape of a value, without the value: `Khotso 12` is `xxxxxx 99`. Tells a misread column, and nothing of a person. */
export function maskShape(value: Cell): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  const characters = [...String(value)];
  const shape = characters
    .slice(0, longest)
    .map((character) => {
      if (/\p{Nd}/u.test(character)) return '9';
      return /[\p{L}\p{M}]/u.test(character) ? 'x' : character;
    })
    .join('');
  return characters.length > longest ? `${shape}…` : shape;
}
