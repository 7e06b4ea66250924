import { type Release, type ReleaseRecord, releaseNumber } from '@leeto/store';
import { printTable } from './print-table.ts';

const states: Readonly<Record<Release['state'], string>> = {
  making: 'being made',
  frozen: 'frozen, not signed',
  signed_once: 'signed by one',
  signed: 'signed by two',
  published: 'published',
  withdrawn: 'withdrawn',
};

const stepWords = { freeze: 'made', sign: 'signed', publish: 'published', withdraw: 'withdrawn' } as const;

/** What somebody is to do next with a release, in a sentence with the command. */
export function whatNext({ id, state, contentHash, embargoUntil }: Release): string {
  const name = releaseNumber(id);
  switch (state) {
    case 'frozen':
      return `Next: look at it (npx leeto export csv --release ${name} --out FOLDER), then a first person signs: npx leeto release sign-off ${name} --as NAME --hash ${contentHash.slice(0, 64)}`;
    case 'signed_once':
      return `Next: a second person signs: npx leeto release sign-off ${name} --as NAME`;
    case 'signed':
      return `Next: npx leeto release publish ${name} --as NAME`;
    case 'published':
      return isUnderEmbargo(embargoUntil)
        ? `Nothing more to do: it is shown from ${embargoUntil} on.`
        : `It is at /releases/${name} of the pages; npx leeto export all --release ${name} --out FOLDER writes its files.`;
    case 'withdrawn':
      return 'Nothing more can be done with it; npx leeto release create makes a new one.';
    case 'making':
      return '';
  }
}

const isUnderEmbargo = (until: string | null): boolean => until !== null && Date.parse(until) > Date.now();

export function embargoInWords({ embargoUntil }: Release): string {
  return isUnderEmbargo(embargoUntil) ? `, under embargo until ${embargoUntil}` : '';
}

export function printReleases(releases: readonly Release[]): string {
  if (releases.length === 0) return 'There is no release yet: npx leeto release create --as NAME';
  return printTable(
    ['release', 'title', 'state', 'made', 'by', 'embargo until'],
    releases.map(({ id, title, state, createdAt, createdBy, embargoUntil }) => [
      releaseNumber(id),
      title,
      state === 'published' && isUnderEmbargo(embargoUntil) ? 'under embargo' : states[state],
      createdAt.slice(0, 10),
      createdBy,
      embargoUntil,
    ]),
  );
}

export function printRelease(release: ReleaseRecord): string {
  const { id, title, state, snapshot, contentHash, policy, tables, files, events, withdrawnReason } = release;
  return [
    `${releaseNumber(id)} “${title}”: ${states[state]}${embargoInWords(release)}`,
    ...(withdrawnReason === null ? [] : [`Withdrawn: ${withdrawnReason}`]),
    `Content ${contentHash}, of snapshot ${snapshot}. ${policy.creatorMaySign ? 'Its maker may sign it.' : 'Its maker does not sign it.'}`,
    '',
    `Tables: ${tables.map(({ measure }) => measure).join(', ')}`,
    '',
    printTable(
      ['file', 'bytes', 'SHA-256'],
      files.map(({ path, bytes, sha256 }) => [path, bytes, `${sha256.slice(0, 16)}…`]),
    ),
    '',
    printTable(
      ['when', 'step', 'by', 'content', 'reason'],
      events.map(({ at, step, by, contentHash: hash, reason }) => [
        at.slice(0, 19).replace('T', ' '),
        stepWords[step],
        by,
        `${hash.slice(0, 12)}…`,
        reason,
      ]),
    ),
    '',
    whatNext(release),
  ].join('\n');
}
