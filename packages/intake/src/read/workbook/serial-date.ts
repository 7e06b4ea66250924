const DAY_MILLISECONDS = 86_400_000;

/**
 * ISO text of a spreadsheet's serial day number, without any time zone: `2014-03-03`, `2014-03-03T10:30:26`, and `10:30:26`
 * for a number below one. `is1904` is the workbook's flag for counting from 1904. Null for what is no date (below 0, past 9999).
 * Serial 60 is the 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1); it comes as 28 February.
 */
export function serialToIso(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const milliseconds = Math.round(serial * 86_400) * 1000;
  if (serial < 1 && !is1904) return new Date(milliseconds).toISOString().slice(11, 19);
  const day = Math.floor(milliseconds / DAY_MILLISECONDS);
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + milliseconds);
  if (date.getUTCFullYear() > 9999) return null;
  const text = date.toISOString();
  return milliseconds % DAY_MILLISECONDS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
