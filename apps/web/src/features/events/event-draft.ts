import type { EventInput, EventView } from '../../lib/shapes.ts';
import { sendableQuestion } from './question-drafts.ts';

/** The rules of an event nobody set any for, as the api has them too. */
const openToEverybody = {
  registration: 'open',
  approval: false,
  opensLocal: null,
  closesLocal: null,
  answersUntilLocal: null,
  waitlist: 'automatic',
  waitlistOpen: true,
  offerHours: 24,
  plusOnes: 0,
  questions: [],
} satisfies Partial<EventInput>;

/** An empty form: the next day's 18:00 to 21:00 in the organization's zone and city, room for 60. */
export function emptyEvent(now: string, timeZone: string, city: string): EventInput {
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(
    Date.parse(now) + 24 * 3_600_000,
  );
  return {
    title: '',
    description: '',
    place: '',
    city,
    privatePlace: null,
    timeZone,
    startsLocal: `${tomorrow}T18:00`,
    endsLocal: `${tomorrow}T21:00`,
    capacity: 60,
    panels: [],
    mixer: null,
    ...openToEverybody,
  };
}

/** What the form edits of an event that stands. */
export function inputOf(event: EventView): EventInput {
  const { title, description, place, city, privatePlace, timeZone, startsLocal, endsLocal } = event;
  const { capacity, mixer, registration, approval, opensLocal, closesLocal, answersUntilLocal } = event;
  const { waitlist, waitlistOpen, offerHours, plusOnes, questions } = event;
  return {
    ...{ title, description, place, city, privatePlace, timeZone, startsLocal, endsLocal, capacity, mixer },
    ...{ registration, approval, opensLocal, closesLocal, answersUntilLocal },
    ...{ waitlist, waitlistOpen, offerHours, plusOnes, questions },
    // With their ids: a panel without one is a new one, and whatever hangs on the old one would go with it.
    panels: event.panels.map(({ id, topic }) => ({ id, topic })),
  };
}

/** A moved start takes the end along, so that an evening keeps its length. */
export function withStart(input: EventInput, startsLocal: string): EventInput {
  const length = Date.parse(`${input.endsLocal}Z`) - Date.parse(`${input.startsLocal}Z`);
  const start = Date.parse(`${startsLocal}Z`);
  if (Number.isNaN(start) || Number.isNaN(length) || length <= 0) return { ...input, startsLocal };
  return { ...input, startsLocal, endsLocal: localOf(start + length) };
}

/** "2026-10-19T21:00" of milliseconds counted as if local time were UTC. */
function localOf(milliseconds: number): string {
  const options = { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(milliseconds).replace(' ', 'T');
}

/** Faults of what was sent, without those whose field was changed since. */
export function standingFaults(
  faults: Record<string, string>,
  sent: EventInput | undefined,
  input: EventInput,
): Record<string, string> {
  if (sent === undefined) return faults;
  const isUnchanged = (name: string): boolean => {
    const field = name.split('.')[0] as keyof EventInput;
    return JSON.stringify(sent[field]) === JSON.stringify(input[field]);
  };
  return Object.fromEntries(Object.entries(faults).filter(([name]) => isUnchanged(name)));
}

/** Rows of panel topics and options that were left empty say nothing; a panel that stands is removed by its button only. */
export const sendable = (input: EventInput): EventInput => ({
  ...input,
  privatePlace: input.privatePlace?.trim() === '' ? null : input.privatePlace,
  panels: input.panels.filter(({ id, topic }) => id !== undefined || topic.trim() !== ''),
  questions: input.questions.map(sendableQuestion),
});
