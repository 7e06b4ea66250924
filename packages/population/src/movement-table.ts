import { captureOf, channel } from './capture.ts';
import type { Country } from './country.ts';
import { fate, type Itinerary, makeItinerary } from './itinerary.ts';
import { asSecondRecord, packFacts } from './movement-facts.ts';
import type { Person } from './person.ts';
import { planTravel } from './travel.ts';

/**
 * Recorded crossings in columns, a few bytes each, so that ten million fit in memory. `order` lists the rows by time of
 * capture, which is the order in which an agency's system numbers them.
 */
export interface MovementTable {
  length: number;
  person: Uint32Array;
  crossing: Uint16Array;
  /** Minutes since the first day of the period, 00:00. */
  minute: Int32Array;
  /** Minute at which the record was made. */
  captured: Int32Array;
  /** See `packFacts`. */
  facts: Uint32Array;
  order: Uint32Array;
}

export interface SurveyedMovements {
  readonly electronic: MovementTable;
  readonly manual: MovementTable;
  /** True crossings, recorded or not (refused attempts are none). */
  readonly trueCrossings: number;
}

/** Plans the travel of all persons and keeps what posts recorded. `onPerson` sees each person once, in order, with the travel planned. */
export function surveyMovements(
  country: Country,
  onPerson: (person: Person, itinerary: Itinerary) => void = () => {},
): SurveyedMovements {
  const electronic = makeTable(Math.ceil(country.persons * 16) + 1024);
  const manual = makeTable(1024);
  const itinerary = makeItinerary();
  let trueCrossings = 0;
  for (let index = 0; index < country.persons; index += 1) {
    const person = country.personAt(index);
    planTravel(country, person, itinerary);
    onPerson(person, itinerary);
    for (let i = 0; i < itinerary.length; i += 1) {
      const minute = itinerary.minute[i] ?? 0;
      const isArrival = itinerary.arrival[i] === 1;
      const port = itinerary.port[i] ?? 0;
      const special = itinerary.fate[i] ?? 0;
      if (special !== fate.refused) trueCrossings += 1;
      const capture = captureOf(
        country,
        index,
        i,
        country.fromDay + Math.floor(minute / 1440),
        port,
        isArrival,
        special,
      );
      const where = capture & 7;
      if (where > channel.manual) continue;
      const late = capture >>> 4;
      const facts = packFacts({
        isArrival,
        mode: itinerary.mode[i] ?? 0,
        port,
        fate: special,
        stay: itinerary.stay[i] ?? 0,
        isLate: late > 0,
      });
      const table = where === channel.manual ? manual : electronic;
      push(table, index, i, minute, minute + late * 1440, facts);
      if (capture & 8) push(table, index, i, minute + 1 + (index % 3), minute + 1 + (index % 3), asSecondRecord(facts));
    }
    if (index % 1000 === 999) country.onProgress({ step: 'travel', done: index + 1, total: country.persons });
  }
  const minutes = (country.toDay - country.fromDay + 40) * 1440;
  sortByCapture(electronic, minutes);
  sortByCapture(manual, minutes);
  return { electronic, manual, trueCrossings };
}

function makeTable(capacity: number): MovementTable {
  return {
    length: 0,
    person: new Uint32Array(capacity),
    crossing: new Uint16Array(capacity),
    minute: new Int32Array(capacity),
    captured: new Int32Array(capacity),
    facts: new Uint32Array(capacity),
    order: new Uint32Array(0),
  };
}

function push(
  table: MovementTable,
  person: number,
  crossing: number,
  minute: number,
  captured: number,
  facts: number,
): void {
  const at = table.length;
  if (at === table.person.length) grow(table);
  table.person[at] = person;
  table.crossing[at] = crossing;
  table.minute[at] = minute;
  table.captured[at] = captured;
  table.facts[at] = facts;
  table.length = at + 1;
}

function grow(table: MovementTable): void {
  const capacity = table.person.length * 2;
  const person = new Uint32Array(capacity);
  person.set(table.person);
  table.person = person;
  const crossing = new Uint16Array(capacity);
  crossing.set(table.crossing);
  table.crossing = crossing;
  const minute = new Int32Array(capacity);
  minute.set(table.minute);
  table.minute = minute;
  const captured = new Int32Array(capacity);
  captured.set(table.captured);
  table.captured = captured;
  const facts = new Uint32Array(capacity);
  facts.set(table.facts);
  table.facts = facts;
}

/** Counting sort by minute of capture: linear, stable, no comparison. */
function sortByCapture(table: MovementTable, minutes: number): void {
  const starts = new Uint32Array(minutes + 1);
  for (let i = 0; i < table.length; i += 1) {
    const at = (table.captured[i] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let m = 1; m <= minutes; m += 1) starts[m] = (starts[m] ?? 0) + (starts[m - 1] ?? 0);
  const order = new Uint32Array(table.length);
  for (let i = 0; i < table.length; i += 1) {
    const at = table.captured[i] ?? 0;
    const slot = starts[at] ?? 0;
    order[slot] = i;
    starts[at] = slot + 1;
  }
  table.order = order;
}
