import type { PersonEvent } from './person-event.ts';

/** An event with its number in the log. Numbers rise; gaps are allowed, as a database leaves some. */
export interface NumberedEvent {
  readonly number: number;
  readonly event: PersonEvent;
}

/** Events in their order, with numbers from `first` on. */
export function numberEvents(events: readonly PersonEvent[], first = 1): NumberedEvent[] {
  return events.map((event, at) => ({ number: first + at, event }));
}
