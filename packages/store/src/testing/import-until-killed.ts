// Run as a program: opens the instance of a folder and imports permits without end, until it is killed. Says `receiving` once rows are on their way.
import { importRecords } from '../import/import-records.ts';
import { openInstance } from '../instance/open-instance.ts';
import { sampleBatch, sampleDelivery, samplePermit } from './sample-declarations.ts';

const [folder = '', databaseUrl] = process.argv.slice(2);

const instance = await openInstance({ folder, databaseUrl });
let said = false;
await importRecords(instance, {
  declaration: samplePermit,
  delivery: sampleDelivery('endless.csv'),
  batches: endless(),
  receivedBy: 'officer',
  onProgress: ({ rows }) => {
    if (said || rows < 20_000) return;
    said = true;
    process.stdout.write('receiving\n');
  },
});

async function* endless() {
  for (let start = 0; ; start += 2000) {
    const rows = Array.from({ length: 2000 }, (_, index) => [`P${start + index}`, 'A']);
    yield sampleBatch(samplePermit, ['permit_number', 'surname'], rows);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
