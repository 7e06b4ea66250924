/** What went wrong, and what to do next ('' where the message says it all). */
export interface ErrorInWords {
  readonly message: string;
  readonly remedy: string;
}

/** Problems of the operating system, by their code. */
const systemProblems: Readonly<Record<string, ErrorInWords>> = {
  ENOSPC: {
    message: 'The disk is full',
    remedy: 'Make room and run the same command again; nothing half-done was kept.',
  },
  EDQUOT: { message: 'The disk quota is used up', remedy: 'Make room and run the same command again.' },
  EACCES: { message: 'This user lacks the right', remedy: 'Give this user the right to it, or name another place.' },
  EPERM: { message: 'This user lacks the right', remedy: 'Give this user the right to it, or name another place.' },
  EROFS: { message: 'That disk is read-only', remedy: 'Name another place.' },
  ENOENT: { message: 'There is no such file or folder', remedy: 'Check the name.' },
  EISDIR: { message: 'It is a folder where a file is wanted', remedy: 'Name a file.' },
  ENOTDIR: { message: 'It is a file where a folder is wanted', remedy: 'Name a folder.' },
  EEXIST: { message: 'A file is in the way', remedy: 'Name another place.' },
  EMFILE: { message: 'Too many files are open', remedy: 'Raise the limit: ulimit -n 4096' },
};

/** Says what an error means to the one who ran the command. What nobody foresaw is named as our fault, not the reader's. */
export function explainError(error: unknown): ErrorInWords {
  if (!(error instanceof Error)) return { message: String(error), remedy: '' };
  if ('remedy' in error && typeof error.remedy === 'string') return { message: error.message, remedy: error.remedy };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = systemProblems[code];
  if (known !== undefined) {
    const at = 'dest' in error ? error.dest : 'path' in error ? error.path : '';
    const path = typeof at === 'string' && at !== '' ? `: ${at.replace(/\.unfinished$/, '')}` : '';
    return { message: `${known.message}${path}.`, remedy: known.remedy };
  }
  if (/no space left|disk is full|could not write|out of disk/i.test(error.message))
    return { ...(systemProblems.ENOSPC as ErrorInWords), message: 'The disk is full.' };
  const isUnforeseen =
    error.constructor !== Error || /^(Binder|Catalog|Parser|Conversion|Internal|IO) Error/.test(error.message);
  return {
    message: error.message,
    remedy: isUnforeseen
      ? 'This is a fault in Leeto, not in your files. Run it again with LEETO_DEBUG=1 and report what it prints; it names places in the program.'
      : '',
  };
}
