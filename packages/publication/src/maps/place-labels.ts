export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the symbol that the label belongs to. */
  readonly r: number;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places labels beside their symbols, in the order given (the most important first): right, left, above, below, and left
 * out where each place would cover another label or symbol or leave the picture. Details on pointing and the table beside
 * the map still name those.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  at: { readonly width: number; readonly height: number; readonly fontSize: number },
): { readonly labels: readonly PlacedLabel[]; readonly taken: readonly Box[] } {
  const taken: Box[] = requests.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const labels = requests.flatMap((request, index): PlacedLabel[] => {
    const width = request.text.length * at.fontSize * 0.5;
    const gap = request.r + 3;
    const low = request.y + at.fontSize * 0.34;
    const choices: readonly PlacedLabel[] = [
      { text: request.text, x: request.x + gap, y: low, anchor: 'start' },
      { text: request.text, x: request.x - gap, y: low, anchor: 'end' },
      { text: request.text, x: request.x, y: request.y - gap, anchor: 'middle' },
      { text: request.text, x: request.x, y: request.y + gap + at.fontSize * 0.75, anchor: 'middle' },
    ];
    for (const choice of choices) {
      const box = boxOf(choice, width, at.fontSize);
      const isInside = box.left >= 0 && box.right <= at.width && box.top >= 0 && box.bottom <= at.height;
      if (isInside && !taken.some((other, which) => which !== index && overlaps(box, other))) {
        taken.push(box);
        return [choice];
      }
    }
    return [];
  });
  return { labels, taken };
}

/** Whether a label centred on a point would lie clear of what is taken: the name of a district gives way to that of a port. */
export function isClear(
  label: { readonly text: string; readonly x: number; readonly y: number },
  fontSize: number,
  taken: readonly Box[],
): boolean {
  const box = boxOf({ ...label, anchor: 'middle' }, label.text.length * fontSize * 0.5, fontSize);
  return !taken.some((other) => overlaps(box, other));
}

function boxOf(label: PlacedLabel, width: number, fontSize: number): Box {
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return { left, right: left + width, top: label.y - fontSize * 0.8, bottom: label.y + fontSize * 0.25 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
