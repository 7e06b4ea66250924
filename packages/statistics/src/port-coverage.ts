import { inLanguage } from '@leeto/registers';
import type { Session } from '@leeto/warehouse';
import type { FactsRead } from './figure-metadata.ts';
import type { MeasureParameters } from './measure.ts';
import { compileNeeded } from './needed-steps.ts';
import { queryOnce } from './query-once.ts';
import { inPeriod } from './steps/crossings.ts';

/**
 * Says which ports of entry reported in the period: how many of those there are, which delivered nothing, and which were
 * silent in some of the months in which others reported (a post without power looks like a post without travellers).
 */
export async function describePorts(session: Session, read: FactsRead): Promise<string> {
  const { pipeline, named, parameters } = read;
  // Refusals have no movements; their facts are dated by month.
  const months = pipeline.steps.some(({ name }) => name === 'movements')
    ? `select distinct port, month from (${compileNeeded(pipeline, 'movements')}) where ${inPeriod('crossed_on')}`
    : `select distinct port, period as month from (${compileNeeded(pipeline, 'facts')})`;
  const { rows } = await queryOnce(
    session,
    `with seen as (
  ${months}
)
select port, count(distinct month), (select count(distinct month) from seen)
from seen
where port <> '_U'
group by port
order by port`,
    named,
  );
  const reported = new Map(rows.map(([port, seen]) => [String(port), Number(seen)]));
  const all = Number(rows[0]?.[2] ?? 0);
  const listed = await portsOf(session, parameters);
  const labels = new Map(listed.map(({ code, label }) => [code, label]));
  const reporting = listed.length > 0 ? listed.filter(({ code }) => reported.has(code)).length : reported.size;
  const silent = listed.filter(({ code }) => !reported.has(code)).map(({ label }) => label);
  const partly = [...reported]
    .filter(([code, seen]) => seen < all && (listed.length === 0 || labels.has(code)))
    .map(([code, seen]) => `${labels.get(code) ?? code} (${all - seen} of ${all})`);
  return [
    `${reporting}${listed.length > 0 ? ` of ${listed.length}` : ''} ports of entry reported.`,
    silent.length > 0 ? `No record from: ${silent.join(', ')}.` : '',
    partly.length > 0 ? `Months without a record: ${partly.join(', ')}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

async function portsOf(
  session: Session,
  { catalogue }: MeasureParameters,
): Promise<readonly { readonly code: string; readonly label: string }[]> {
  const classification = catalogue?.classifications.get('port');
  if (classification !== undefined) {
    // Codes such as "elsewhere" stand in the list so that a crossing can be coded; nobody reports from there.
    const ports = classification.items.filter(({ properties }) => properties?.kind !== 'no_port');
    return ports.map((item) => ({ code: item.code, label: inLanguage(item.label, 'en') }));
  }
  const { rows } = await session.query(
    `select code, coalesce(label_en, code) from classification
where classification_id = 'port' and left(code, 1) <> '_'
order by code`,
  );
  return rows.map(([code, label]) => ({ code: String(code), label: String(label) }));
}
