import { Temporal } from 'temporal-polyfill';

/**
 * The rules of a zone around an evening as a VTIMEZONE: what its clocks show from before the start until after the end.
 * An evening needs no rule for ever, so each change of the clocks stands by itself; programs that know the zone by its
 * name use their own data anyway.
 */
export function zoneBlock(zone: string, from: Date, until: Date): readonly string[] {
  const key = `${zone} ${from.getTime()} ${until.getTime()}`;
  const known = blocks.get(key);
  if (known !== undefined) return known;
  const block = [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...changesAround(zone, from, until).flatMap(observance),
    'END:VTIMEZONE',
  ];
  if (blocks.size >= mostKept) blocks.clear();
  blocks.set(key, block);
  return block;
}

/** Kept, because all mails about an evening ask for the same one, and working it out was a twentieth of what a mail takes. */
const blocks = new Map<string, readonly string[]>();
/** Some 500 bytes each. */
const mostKept = 1_000;

/** Whether the clocks of the zone show this time twice: when they go back, the hour before and the hour after. */
export function isShownTwice(at: Date, zone: string): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return first !== second;
}

interface Change {
  /** The last moment before; null where the clocks never changed. */
  before: Temporal.ZonedDateTime | null;
  after: Temporal.ZonedDateTime;
}

/** The change in force at the start, those until the end, and, where the zone goes on changing, the next one. */
function changesAround(zone: string, from: Date, until: Date): Change[] {
  const at = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone);
  const [start, end] = [at(from), at(until)];
  const changes = [inForce(start)];
  let next = start.getTimeZoneTransition('next');
  while (next !== null) {
    changes.push(changeAt(next));
    if (Temporal.ZonedDateTime.compare(next, end) > 0) break;
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

/** The change before a moment leaves out one at this very moment, so it is asked for a moment later. */
function inForce(start: Temporal.ZonedDateTime): Change {
  const last = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return last === null
    ? { before: null, after: start.with({ year: 1970, month: 1, day: 1 }) }
    : changeAt(last);
}

const changeAt = (after: Temporal.ZonedDateTime): Change => ({
  before: after.subtract({ nanoseconds: 1 }),
  after,
});

function observance({ before, after }: Change): string[] {
  const kind = isSummerTime(after) ? 'DAYLIGHT' : 'STANDARD';
  // Told by the clocks of before, as the calendar's standard has it.
  const onset = before === null ? after.toPlainDateTime() : before.toPlainDateTime().add({ nanoseconds: 1 });
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${(before ?? after).offset.replaceAll(':', '')}`,
    `TZOFFSETTO:${after.offset.replaceAll(':', '')}`,
    `END:${kind}`,
  ];
}

/** Ahead of the smaller of the year's two offsets. */
function isSummerTime(at: Temporal.ZonedDateTime): boolean {
  const halves = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...halves);
}
