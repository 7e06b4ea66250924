import type { Block } from '../document/document.ts';
import { capitalise } from '../phrases/join-words.ts';
import type { ComposeContext } from './compose-context.ts';

/** "No data", said out loud: on what, and which agency would hold it. Remembered for the list of gaps. */
export function missingBlock(subject: string, holder: string, context: ComposeContext, remedy = ''): Block {
  const name = context.agencyName(holder);
  const title = capitalise(subject);
  context.gaps.push({ subject: title, holder: name });
  const text = `Nothing has been delivered for this edition. The agency that would hold the data: ${name}.`;
  return { kind: 'missing', subject: title, holder: name, text: remedy === '' ? text : `${text} ${remedy}` };
}
