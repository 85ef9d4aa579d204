import type { ColumnMeaning } from './guest-list-headers.ts';
import { readGuestRow } from './guest-list-rows.ts';
import type { GuestRow, RowFacts } from './guest-list-rows.ts';

const reading = { eventTimeZone: 'America/Los_Angeles', importedAt: new Date('2026-10-20T15:00:00Z') };

function rowOf(cells: Partial<Record<ColumnMeaning, string>>): GuestRow {
  const told = { email: 'ana@example.org', ...cells };
  const columns = Object.keys(told).map((meaning) => ({
    header: `the ${meaning}`,
    meaning: meaning as ColumnMeaning,
  }));
  return readGuestRow(columns, Object.values(told), 7, reading);
}

function factsOfRow(cells: Partial<Record<ColumnMeaning, string>>): RowFacts {
  const row = rowOf(cells);
  if ('fault' in row) throw new Error(row.fault.code);
  return row.facts;
}

describe('the status of a guest', () => {
  it.each([
    ['Checked In', 'came'],
    ['attended', 'came'],
    ['approved', 'confirmed'],
    ['Attending', 'confirmed'],
    ['Going', 'confirmed'],
    ['yes', 'confirmed'],
    ['No-show', 'confirmed'],
    ['pending_approval', 'pending'],
    ['Pending', 'pending'],
    ['waitlist', 'waitlisted'],
    ['On the waiting list', 'waitlisted'],
    ['declined', 'declined'],
    ['Not Attending', 'cancelled'],
    ['Canceled', 'cancelled'],
    ['no', 'cancelled'],
    ['', null],
  ])('"%s" is %s', (status, fact) => {
    expect(factsOfRow({ status }).fact).toBe(fact);
  });

  it('is confirmed on a list that has no status at all', () => {
    expect(factsOfRow({}).fact).toBe('confirmed');
    expect(factsOfRow({ checkedInAt: '' }).fact).toBe('confirmed');
  });

  it('is no attendance while an invitation waits for its answer', () => {
    expect(rowOf({ status: 'invited' })).toEqual({
      line: 7,
      fault: { code: 'no-answer-yet', column: 'the status', value: 'invited' },
    });
  });

  it('is never guessed from a word nobody knows', () => {
    expect(rowOf({ status: 'VIP' })).toMatchObject({ fault: { code: 'status-unknown', value: 'VIP' } });
  });
});

describe('a check-in', () => {
  it.each([
    ['2026-10-20T01:08:06.000Z', '2026-10-20T01:08:06.000Z'],
    ['2026-10-20 01:08 UTC', '2026-10-20T01:08:00.000Z'],
    ['2026-10-19T18:08:06-07:00', '2026-10-20T01:08:06.000Z'],
    ['2026-10-19 18:08', '2026-10-20T01:08:00.000Z'],
    ['2026-10-19 9:08', '2026-10-19T16:08:00.000Z'],
    ['10/19/26 18:08', '2026-10-20T01:08:00.000Z'],
    ['10/19/2026, 6:08 PM', '2026-10-20T01:08:00.000Z'],
    ['19/10/2026 18:08:06', '2026-10-20T01:08:06.000Z'],
    ['19.10.2026 18:08', '2026-10-20T01:08:00.000Z'],
  ])('at %s is %s', (checkedInAt, instant) => {
    expect(factsOfRow({ checkedInAt })).toMatchObject({ fact: 'came', checkedInAt: new Date(instant) });
  });

  it.each(['yes', 'TRUE', '1', 'Checked in', '✓', '2026-10-19', '10/19/26'])(
    '"%s" says that somebody came, not when',
    (checkedInAt) => {
      expect(factsOfRow({ status: 'approved', checkedInAt })).toMatchObject({
        fact: 'came',
        checkedInAt: null,
      });
    },
  );

  it.each(['', 'no', '-', 'false', 'Not checked in'])('"%s" leaves the status as it is', (checkedInAt) => {
    expect(factsOfRow({ status: 'waitlist', checkedInAt })).toMatchObject({
      fact: 'waitlisted',
      checkedInAt: null,
    });
  });

  it('of somebody who was declined is a check-in all the same', () => {
    expect(factsOfRow({ status: 'declined', checkedInAt: '2026-10-20T01:08:06Z' }).fact).toBe('came');
  });

  it.each([
    'late',
    '2026-02-30 18:00',
    '31.02.2026 18:00',
    '10/19/26 25:00',
    '10/19/26 13:00 PM',
    '2026-10-19T18:08+99:00',
  ])('"%s" is refused with its value', (checkedInAt) => {
    expect(rowOf({ checkedInAt })).toEqual({
      line: 7,
      fault: { code: 'check-in-unreadable', column: 'the checkedInAt', value: checkedInAt },
    });
  });
});

describe('a name', () => {
  it('loses stray blanks and line breaks', () => {
    expect(factsOfRow({ name: '  Renée \r\n  Wójcik\u00a0' }).name).toBe('Renée Wójcik');
  });

  it('is put together from first and last name when it is missing', () => {
    expect(factsOfRow({ name: ' ', firstName: 'Ana', lastName: 'Costa' }).name).toBe('Ana Costa');
    expect(factsOfRow({ firstName: '', lastName: 'Costa' }).name).toBe('Costa');
  });

  it('may be missing, and the organizer is told', () => {
    expect(factsOfRow({ name: '', firstName: ' ' })).toMatchObject({ name: null, notes: ['name-missing'] });
  });

  it('stays as typed when it is a formula', () => {
    expect(factsOfRow({ name: '=1+1' }).name).toBe('=1+1');
  });

  it('is cut at 200 without halving a character', () => {
    const facts = factsOfRow({ name: `${'a'.repeat(199)}🎧` });
    expect(facts).toMatchObject({ name: 'a'.repeat(199), notes: ['shortened'] });
  });
});

describe('the address of a row', () => {
  it.each([
    ['', { code: 'address-missing', column: 'the email' }],
    ['not-an-address', { code: 'address-unusable', column: 'the email', value: 'not-an-address' }],
    ['a@b.org, c@d.org', { code: 'address-unusable', column: 'the email', value: 'a@b.org, c@d.org' }],
    ['søren@b.org', { code: 'address-not-ascii', column: 'the email', value: 'søren@b.org' }],
    [
      'a@b.org\r\nBcc: c@d.org',
      { code: 'address-unusable', column: 'the email', value: 'a@b.org Bcc: c@d.org' },
    ],
  ])('%j is refused', (email, fault) => {
    expect(rowOf({ email })).toEqual({ line: 7, fault });
  });
});

describe('the profile of a row', () => {
  it('divides lists at commas, or at semicolons where there are any', () => {
    const { profile } = factsOfRow({
      lookingFor: 'a mentor, the stage',
      canHelpWith: 'rooms, small; vinyl prep',
    });
    expect(profile).toEqual({
      lookingFor: ['a mentor', 'the stage'],
      canHelpWith: ['rooms, small', 'vinyl prep'],
    });
  });

  it('keeps three tags and 140 characters, and says that it cut', () => {
    const facts = factsOfRow({ name: 'Ana', crafts: 'a, b, b, , c, d', workingOn: 'w'.repeat(141) });
    expect(facts).toMatchObject({
      profile: { crafts: ['a', 'b', 'c'], workingOn: 'w'.repeat(140) },
      notes: ['shortened'],
    });
  });

  it('has no field for what was left blank', () => {
    expect(factsOfRow({ city: ' ', crafts: ';', stage: '' }).profile).toEqual({});
  });

  it('keeps other questions with their answers', () => {
    expect(factsOfRow({ answer: ' a ribbon\nmicrophone ' }).answers).toEqual([
      { question: 'the answer', answer: 'a ribbon\nmicrophone' },
    ]);
  });
});

describe('consent to introductions', () => {
  it.each([
    ['Yes', 'yes'],
    ['yes please', 'yes'],
    ['No', 'no'],
    ['', null],
    ['Yes, but only by phone', null],
    ['maybe', null],
  ])('"%s" is %s', (introductions, answer) => {
    expect(factsOfRow({ introductions }).introductions).toBe(answer);
  });

  it('that is unclear is told to the organizer', () => {
    expect(factsOfRow({ name: 'Ana', introductions: 'maybe' }).notes).toEqual(['consent-unclear']);
  });
});
