/** Freezes a stream that never ends: the test kills this process in the middle. Run as a child with the folder as argument. */
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { declare, movementColumns, movements, optionsFor, tableOf } from './freeze.fixture.ts';
import { freeze } from './freeze.ts';

async function* endless(): AsyncGenerator<string> {
  yield `${movementColumns.join(',')}\n`;
  for (let index = 0; ; index += 1) {
    yield `x${index},delivery-1,,1,LS-MSB,2025-01-01,,,,,,\n`;
    if (index === 1000) process.send?.('writing');
    if (index % 1000 === 0) await wait(1);
  }
}

const endlessTable = { declaration: declare('visa'), columns: movementColumns, csv: Readable.from(endless()) };
await freeze(optionsFor(process.argv[2] ?? '', [tableOf(movements), endlessTable]));
