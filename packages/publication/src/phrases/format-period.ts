const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  st: "Pherekhong Hlakola Hlakubele 'Mesa Motšeanong Phupjane Phupu Phato Loetse Mphalane Pulungoana Tšitoe".split(' '),
} as const;

const shortMonths = {
  en: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
  st: "Pher Hlkl Hlkb 'Mesa Mots Phupj Phupu Phato Loet Mphal Pul Tšit".split(' '),
} as const;

/**
 * A period as a reader says it: `2025` "2025", `2025-03` "March 2025", `2025-03-09` "9 March 2025", `2025-Q1` "first
 * quarter of 2025" and `2025-01/2025-12` "January to December 2025". Text of another form is returned as it is.
 */
export function formatPeriod(period: string, language: 'en' | 'st', length: 'long' | 'short' = 'long'): string {
  const [from, to] = period.split('/');
  if (from !== undefined && to !== undefined) return formatRange(from, to, language, length);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(period);
  if (!date) return period;
  const month = (length === 'long' ? months : shortMonths)[language][Number(date[2]) - 1];
  if (month === undefined) return period;
  return [date[3] ? String(Number(date[3])) : '', month, date[1]].filter((part) => part !== '').join(' ');
}

function formatRange(from: string, to: string, language: 'en' | 'st', length: 'long' | 'short'): string {
  if (from === to) return formatPeriod(from, language, length);
  const join = language === 'st' ? ' ho isa ' : ' to ';
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) return `${from}–${to}`;
  if (from.slice(0, 4) === to.slice(0, 4) && from.length === 7 && to.length === 7) {
    return `${formatPeriod(from, language, length).replace(/ \d{4}$/, '')}${join}${formatPeriod(to, language, length)}`;
  }
  return formatPeriod(from, language, length) + join + formatPeriod(to, language, length);
}
