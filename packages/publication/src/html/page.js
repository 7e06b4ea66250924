/** Tables: a header's button sorts by its column; rows of totals stay at the foot. */
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const headers = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  headers.forEach((header, column) => {
    header.querySelector('button').addEventListener('click', () => {
      const isNumber = header.classList.contains('number');
      const was = header.getAttribute('aria-sort');
      const direction =
        was === 'none' ? (isNumber ? 'descending' : 'ascending') : was === 'ascending' ? 'descending' : 'ascending';
      for (const other of headers) other.setAttribute('aria-sort', other === header ? direction : 'none');
      const sign = direction === 'ascending' ? 1 : -1;
      const rows = [...body.rows];
      const isTotal = (row) => row.classList.contains('total');
      rows.sort((a, b) => isTotal(a) - isTotal(b) || compare(a.cells[column], b.cells[column], isNumber, sign));
      body.append(...rows);
    });
  });
}

/** Empty keys (withheld, no data) come last in either direction. */
function compare(a, b, isNumber, sign) {
  const [left, right] = [a.dataset.key, b.dataset.key];
  if (left === '' || right === '') return (left === '') - (right === '');
  return sign * (isNumber ? Number(left) - Number(right) : a.textContent.localeCompare(b.textContent));
}

/** Charts: the column or bar under the pointer, or chosen with the arrow keys, shows its figures from the data table. */
for (const picture of document.querySelectorAll('figure.figure .picture')) {
  const rows = [...picture.parentElement.querySelectorAll('.data tbody tr')];
  const names = [...picture.parentElement.querySelectorAll('.data thead th')]
    .slice(1)
    .map((cell) => cell.textContent.replace('↕', ''));
  const isSideways = picture.dataset.kind === 'bars';
  const tip = make('div', 'tip', picture);
  tip.setAttribute('aria-live', 'polite');
  const guide = make('div', 'guide', picture);
  let chosen = -1;
  const plot = () => {
    const svg = [...picture.querySelectorAll('svg')].find((each) => each.getClientRects().length > 0);
    const scale = svg.clientWidth / svg.viewBox.baseVal.width;
    const [left, right, top, bottom] = svg.dataset.plot.split(' ').map((side) => Number(side) * scale);
    return { left, top, width: svg.clientWidth - left - right, height: svg.clientHeight - top - bottom };
  };
  const show = (index) => {
    if (index < 0 || index >= rows.length) return hide();
    chosen = index;
    const area = plot();
    const step = (isSideways ? area.height : area.width) / rows.length;
    const at = (isSideways ? area.top : area.left) + step * index;
    const box = isSideways
      ? { left: 0, top: at, width: picture.clientWidth, height: step }
      : { left: at, top: area.top, width: step, height: area.height };
    for (const side of Object.keys(box)) guide.style[side] = `${box[side]}px`;
    const cells = [...rows[index].cells];
    tip.replaceChildren(make('strong', '', null, cells[0].textContent));
    cells.slice(1).forEach((cell, series) => {
      const line = make('span', '', tip);
      make('i', '', line, names[series]).style.setProperty('--key', `var(--series-${series})`);
      make('b', '', line, cell.textContent);
    });
    guide.hidden = tip.hidden = false;
    const middle = isSideways ? area.left + area.width / 2 : at + step / 2;
    tip.style.left = `${Math.max(0, Math.min(picture.clientWidth - tip.offsetWidth, middle + (middle > picture.clientWidth / 2 ? -tip.offsetWidth - 14 : 14)))}px`;
    tip.style.top = `${isSideways ? Math.min(picture.clientHeight - tip.offsetHeight, at + step) : area.top}px`;
  };
  const hide = () => {
    chosen = -1;
    guide.hidden = tip.hidden = true;
  };
  hide();
  picture.addEventListener('pointermove', (event) => {
    const area = plot();
    const from = picture.getBoundingClientRect();
    const part = isSideways
      ? (event.clientY - from.top - area.top) / area.height
      : (event.clientX - from.left - area.left) / area.width;
    show(part < 0 || part > 1 ? -1 : Math.min(rows.length - 1, Math.floor(part * rows.length)));
  });
  picture.addEventListener('pointerleave', hide);
  picture.addEventListener('blur', hide);
  picture.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') hide();
    if (step === undefined) return;
    event.preventDefault();
    show(chosen < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, chosen + step)));
  });
}

/** Maps: the district or port under the pointer is named. */
for (const picture of document.querySelectorAll('figure.map .picture')) {
  const tip = make('div', 'tip', picture);
  tip.hidden = true;
  picture.addEventListener('pointerover', (event) => {
    const text = event.target.dataset?.text;
    tip.hidden = text === undefined;
    if (text === undefined) return;
    tip.textContent = text;
    const from = picture.getBoundingClientRect();
    tip.style.left = `${Math.max(0, Math.min(picture.clientWidth - tip.offsetWidth, event.clientX - from.left + 12))}px`;
    tip.style.top = `${event.clientY - from.top + 14}px`;
  });
  picture.addEventListener('pointerleave', () => {
    tip.hidden = true;
  });
}

/** Definitions open beside the word, not in the middle of the screen. */
for (const button of document.querySelectorAll('.term')) {
  const definition = document.getElementById(button.getAttribute('popovertarget'));
  button.addEventListener('click', () => {
    const at = button.getBoundingClientRect();
    definition.style.margin = '0';
    definition.style.left = `${Math.max(16, Math.min(at.left, innerWidth - 416))}px`;
    definition.style.top = `${at.bottom + 8}px`;
  });
  definition.addEventListener('toggle', () => {
    const over = definition.getBoundingClientRect().bottom - innerHeight;
    if (over > 0) definition.style.top = `${Math.max(8, Number.parseFloat(definition.style.top) - over - 8)}px`;
  });
}

/** Contents: the chapter being read is marked. On a narrow screen they begin closed. */
const links = new Map([...document.querySelectorAll('.contents a')].map((link) => [link.hash.slice(1), link]));
if (innerWidth < 1000) document.querySelector('.contents details').open = false;
const headings = [...links.keys()].map((id) => document.getElementById(id));
let isWaiting = false;
const follow = () => {
  isWaiting = false;
  const read = headings.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.3);
  const current = read[read.length - 1]?.id;
  for (const [id, link] of links) {
    if (id !== current) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'location');
      const box = link.closest('.contents');
      if (box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
    }
  }
};
addEventListener(
  'scroll',
  () => {
    if (!isWaiting) requestAnimationFrame(follow);
    isWaiting = true;
  },
  { passive: true },
);
follow();

function make(name, className, parent, text) {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  if (text !== undefined) element.textContent = text;
  parent?.append(element);
  return element;
}
