import fc from 'fast-check';
import { factsOf } from './attendance-facts.ts';
import { factsByStrength } from './guest-list-statuses.ts';
import { type KnownAttendee, settleImport } from './imported-attendee.ts';

const eventStart = new Date('2026-10-20T01:00:00Z');

const nothingElse = { email: 'ana@example.org', profile: {}, answers: [], introductions: null };
const lists = (...rows: Parameters<typeof factsOf>[0][]) => rows.map((row) => factsOf(row));

/** The row after these lists, read back as the database gives it. */
function after(standing: KnownAttendee | null, told: ReturnType<typeof lists>): KnownAttendee {
  let row = standing;
  for (const list of told) {
    const { columns, imported } = settleImport(row, list, eventStart);
    row = { ...columns, imported: JSON.parse(JSON.stringify(imported)) as KnownAttendee['imported'] };
  }
  if (row === null) throw new Error('no list at all');
  return row;
}

const here = (given: Partial<KnownAttendee>): KnownAttendee => ({
  name: 'Own Name',
  status: 'confirmed',
  cancelCause: null,
  checkedInAt: null,
  profile: {},
  answers: [],
  imported: null,
  ...given,
});

const text = fc.constantFrom('foley', 'sound', 'film scoring');
const row = fc
  .record({
    fact: fc.constantFrom(null, ...factsByStrength),
    minutes: fc.option(fc.integer({ min: 0, max: 3 })),
    name: fc.option(fc.constantFrom('Ana', 'Ana B', '=1+1')),
    crafts: fc.option(fc.array(text, { minLength: 1, maxLength: 3 })),
    stage: fc.option(fc.constantFrom('working', 'expert')),
    answer: fc.option(text),
  })
  .map(({ fact, minutes, name, crafts, stage, answer }) => ({
    ...nothingElse,
    fact,
    name,
    checkedInAt:
      fact === 'came' && minutes !== null ? new Date(eventStart.getTime() + minutes * 60_000) : null,
    profile: { ...(crafts && { crafts }), ...(stage !== null && { stage }) },
    answers: answer === null ? [] : [{ question: 'Why?', answer }],
  }));

const standings = fc.constantFrom(
  null,
  here({}),
  here({ status: 'waitlisted', profile: { crafts: ['editing'] } }),
  here({ status: 'cancelled', cancelCause: 'by-person' }),
  here({ status: 'cancelled', cancelCause: 'not-confirmed' }),
  here({ checkedInAt: new Date('2026-10-20T01:30:00Z') }),
);

describe('lists about one person', () => {
  it('give the same in any order and any number of times, whatever stands here before', () => {
    fc.assert(
      fc.property(
        standings,
        fc
          .array(row, { minLength: 1, maxLength: 4 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray([...rows, ...rows], { minLength: 2 * rows.length }),
            ),
          ),
        (standing, [rows, others]) => {
          expect(after(standing, lists(...others))).toEqual(after(standing, lists(...rows)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what was entered here', () => {
  const came = { ...nothingElse, fact: 'came', name: 'List Name', checkedInAt: null } as const;

  it('is overwritten by no list, but a list can say that somebody came', () => {
    expect(after(here({ status: 'waitlisted' }), lists(came))).toMatchObject({
      name: 'Own Name',
      status: 'confirmed',
      checkedInAt: eventStart,
    });
    expect(after(here({ status: 'declined' }), lists(came))).toMatchObject({
      status: 'declined',
      checkedInAt: null,
    });
  });

  it('counts as entered here when it changed after the list', () => {
    const imported = after(null, lists({ ...came, fact: 'waitlisted' }));
    const promoted = { ...imported, status: 'confirmed' as const, name: 'New Name' };
    expect(after(promoted, lists({ ...came, fact: 'declined' }))).toMatchObject({
      status: 'confirmed',
      name: 'New Name',
    });
    const undone = { ...after(null, lists(came)), checkedInAt: null };
    expect(after(undone, lists(came))).toMatchObject({ status: 'confirmed', checkedInAt: null });
  });

  it('gives way where the start of the event was filled in for a missing time', () => {
    const time = new Date('2026-10-20T01:12:00Z');
    expect(after(null, lists(came, { ...came, checkedInAt: time }))).toMatchObject({ checkedInAt: time });
  });
});
