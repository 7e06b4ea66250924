/** Milliseconds of processor time of this process. Limits by it give the same choice on a busy machine as on a quiet one, or nearly. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
