import type { EventMessage } from './message-calls.ts';
import { groupsOf } from './message-groups.ts';

const message = (id: string, rest: Partial<EventMessage>): EventMessage => ({
  ...{ id, kind: 'announcement', state: 'draft', name: '', subject: id, text: '', rule: null },
  segment: { status: ['confirmed'], came: null, format: null, answer: null },
  ...{ sendAt: null, dueAt: null, sentAt: null, recipients: null, sent: 0, failed: 0, calledOff: null },
  version: 1,
  ...rest,
});

it('lists messages by what leaves next, and what has left with the last first', () => {
  const messages = [
    message('draft', {}),
    message('in a moment', {}),
    message('first sent', { state: 'sent', sentAt: '2026-10-01T17:00:00Z' }),
    message('later', { state: 'scheduled', dueAt: '2026-10-19T17:00:00Z' }),
    message('last sent', { state: 'sent', sentAt: '2026-10-10T17:00:00Z' }),
    message('next', { state: 'scheduled', dueAt: '2026-10-18T17:00:00Z' }),
    message('leaving', { state: 'sending', sentAt: '2026-10-16T17:00:00Z' }),
  ];
  const groups = groupsOf(messages, ({ id }) => id === 'in a moment');
  expect(groups.map(([name, group]) => [name, ...group.map(({ id }) => id)])).toEqual([
    ['leaving', 'in a moment', 'leaving', 'next', 'later'],
    ['drafts', 'draft'],
    ['sent', 'last sent', 'first sent'],
  ]);
});
