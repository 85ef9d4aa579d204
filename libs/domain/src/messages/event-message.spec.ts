import { newId } from '../ids.ts';
import { EventMessage, type MessageWords, type WrittenKind } from './event-message.ts';
import { countedOf, refuseTooManyMessages, roomLeft } from './limits.ts';
import { fillPlaceholders, refuseUnknownPlaceholders } from './placeholders.ts';
import { everybodyGoing } from './segment.ts';

const at = (iso: string) => new Date(iso);
const now = at('2026-10-12T17:00:00Z');
const evening = {
  startsAt: at('2026-10-20T01:00:00Z'),
  endsAt: at('2026-10-20T04:00:00Z'),
  timeZone: 'America/Los_Angeles',
};

function make(kind: WrittenKind, given: Partial<MessageWords> = {}): EventMessage {
  const text = { name: '', subject: 'Soon', text: 'See you', segment: everybodyGoing, rule: null, ...given };
  return EventMessage.draft({ id: newId(), organizationId: newId(), eventId: newId() }, kind, text, now);
}

const dayBefore = { anchor: 'start', minutes: -1440 } as const;

describe('a message', () => {
  it('is for people with a seat when it is a reminder, and has a rule', () => {
    const waiting = { ...everybodyGoing, status: ['waitlisted' as const] };
    expect(() => make('reminder', { rule: dayBefore, segment: waiting })).toThrow(
      expect.objectContaining({ code: 'reminder-for-guests' }),
    );
    expect(() => make('reminder')).toThrow(expect.objectContaining({ code: 'reminder-without-rule' }));
  });

  it('moves with its evening while it waits, and not once it has left', () => {
    const message = make('reminder', { rule: dayBefore });
    message.schedule(null, evening, now);
    expect(message.dueAt).toEqual(at('2026-10-19T01:00:00Z'));
    const later = { ...evening, startsAt: at('2026-10-21T01:00:00Z'), endsAt: at('2026-10-21T04:00:00Z') };
    message.follow(later);
    expect(message.dueAt).toEqual(at('2026-10-20T01:00:00Z'));
    message.leave(3, at('2026-10-20T01:00:00Z'));
    message.follow(evening);
    expect(message.dueAt).toEqual(at('2026-10-20T01:00:00Z'));
    expect(() => {
      message.schedule(null, evening, now);
    }).toThrow(expect.objectContaining({ code: 'message-left' }));
    expect(() => {
      message.write({ name: '', subject: 'b', text: 'b', segment: everybodyGoing, rule: dayBefore });
    }).toThrow(expect.objectContaining({ code: 'message-left' }));
  });

  it('is called off where its evening has begun by the time it could leave', () => {
    const message = make('reminder', { rule: dayBefore });
    message.schedule(null, evening, now);
    expect(message.isReady(evening, evening.startsAt)).toBe(false);
    expect(message).toMatchObject({ state: 'cancelled', calledOff: 'too-late', dueAt: null });
  });

  it('waits for the morning when its moment went by at night', () => {
    const message = make('announcement');
    message.schedule(null, evening, at('2026-10-13T06:00:00Z'));
    expect(message.dueAt).toEqual(at('2026-10-13T15:00:00Z'));
    expect(message.isReady(evening, at('2026-10-14T06:00:00Z'))).toBe(false);
    expect(message.dueAt).toEqual(at('2026-10-14T15:00:00Z'));
    expect(message.isReady(evening, at('2026-10-14T15:00:00Z'))).toBe(true);
  });

  it('does not wait for anything while it is empty, or for what is over', () => {
    const empty = make('announcement', { text: '' });
    expect(() => {
      empty.schedule(null, evening, now);
    }).toThrow(expect.objectContaining({ code: 'message-empty' }));
    const late = make('reminder', { rule: dayBefore });
    expect(() => {
      late.schedule(null, evening, evening.startsAt);
    }).toThrow(expect.objectContaining({ code: 'message-too-late' }));
  });
});

describe('placeholders', () => {
  it('are filled where they are known, and only there', () => {
    const filled = fillPlaceholders('{name} { event } {  date\t} {"a":1} {} { }', (name) =>
      name.toUpperCase(),
    );
    expect(filled).toBe('NAME EVENT DATE {"a":1} {} { }');
  });

  it.each([
    ...[
      '{nmae}',
      '{constructor}',
      '{__proto__}',
      '{name.first}',
      '{Name}',
      '{имя}',
      '{first name}',
      '{event title}',
    ],
    ...[
      '{ first  name }',
      '{first\nname}',
      '{name, dear}',
      '{name|there}',
      '{$name}',
      '{*name*}',
      '{1}',
      '{first\u00A0name}',
    ],
  ])('are refused with their name and field: %s', (unknown) => {
    expect(() => {
      refuseUnknownPlaceholders({ subject: 'For {name}', text: `Hello ${unknown}` });
    }).toThrow(
      expect.objectContaining({
        code: 'unknown-placeholder',
        shapes: [{ pointer: '/text', detail: expect.stringContaining(unknown) as unknown }],
      }),
    );
  });
});

describe('what an organization may send within a day', () => {
  const young = at('2026-10-05T00:00:00Z');
  const old = at('2026-01-05T00:00:00Z');

  it('is 500 people in three messages while it is new, and 20,000 in 20 afterwards', () => {
    const tooMany = expect.objectContaining({ code: 'too-many-messages' }) as Error;
    const send = (messages: number, recipients: number, since: Date) => () => {
      refuseTooManyMessages(
        { messages: messages - 1, recipients: 0 },
        { messages: 1, recipients },
        since,
        now,
      );
    };
    expect(send(3, 500, young)).not.toThrow();
    expect(send(3, 501, young)).toThrow(tooMany);
    expect(send(4, 1, young)).toThrow(tooMany);
    expect(send(20, 20_000, old)).not.toThrow();
    expect(send(20, 20_001, old)).toThrow(tooMany);
    expect(send(21, 1, old)).toThrow(tooMany);
  });

  it('counts of a reminder those alone who never asked to come', () => {
    const full = { messages: 3, recipients: 500 };
    const send = (unasked: number) => () => {
      refuseTooManyMessages(full, countedOf('reminder', 900, unasked), young, now);
    };
    expect(send(0)).not.toThrow();
    expect(send(1)).toThrow();
    expect([roomLeft(full, young, now), roomLeft(full, old, now)]).toEqual([0, 19_500]);
    expect(roomLeft({ messages: 0, recipients: 600 }, young, now)).toBe(0);
  });
});
