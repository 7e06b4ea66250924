import type { Block } from '../document/document.ts';
import type { ComposeContext } from './compose-context.ts';

/** "No data", said out loud: on what, and which agency would hold it. Remembered for the list of gaps. */
export function missingBlock(subject: string, holder: string, context: ComposeContext, remedy = ''): Block {
  const name = context.agencyName(holder);
  context.gaps.push({ subject, holder: name });
  const text = `No data on ${decapitalise(subject)} have been delivered for this edition. The agency that would hold them: ${name}.`;
  return { kind: 'missing', subject, holder: name, text: remedy === '' ? text : `${text} ${remedy}` };
}

function decapitalise(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
