/** What a command came to: done, done with findings that a person should look at, could not run. */
export const exitCode = { done: 0, findings: 1, couldNotRun: 2 } as const;
