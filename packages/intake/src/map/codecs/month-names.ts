import { headerForm } from '../header-form.ts';

const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'janeiro', 'pherekgong', 'pherekhong'],
  ['february', 'feb', 'febr', 'fevrier', 'fevr', 'fev', 'fevereiro', 'hlakola', 'tlhakola', 'hlakubele ea pele'],
  ['march', 'mar', 'mars', 'marco', 'hlakubele', 'tlhakubele'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'mesa', 'mmesa'],
  ['may', 'mai', 'maio', 'motseanong', 'motsheanong'],
  ['june', 'jun', 'juin', 'junho', 'phupjane', 'phuptjane'],
  ['july', 'jul', 'juillet', 'juil', 'julho', 'phupu'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'phato'],
  ['september', 'sep', 'sept', 'septembre', 'setembro', 'set', 'loetse', 'leotse', 'lwetse'],
  ['october', 'oct', 'octobre', 'outubro', 'out', 'mphalane'],
  ['november', 'nov', 'novembre', 'novembro', 'pulungoana', 'pudungwana'],
  ['december', 'dec', 'decembre', 'dezembro', 'dez', 'tsitoe', 'tshitoe', 'tshitwe'],
];

const byName = new Map(names.flatMap((spellings, i) => spellings.map((name) => [name, i + 1] as const)));

/** Number of the month (1–12) whose English, French, Portuguese or Sesotho name or short form this is. */
export function findMonth(text: string): number | undefined {
  return byName.get(headerForm(text));
}
