import type { EventInput, EventView } from '../../lib/shapes.ts';
import { emptyEvent, inputOf, sendable, standingFaults, withStart } from './event-draft.ts';

const draft = (given: Partial<EventInput> = {}): EventInput => ({
  ...emptyEvent('2026-10-20T15:00:00Z', 'America/Los_Angeles', 'Los Angeles'),
  ...given,
});

it('proposes tomorrow evening of the organization’s zone', () => {
  expect(draft()).toMatchObject({
    startsLocal: '2026-10-21T18:00',
    endsLocal: '2026-10-21T21:00',
    city: 'Los Angeles',
  });
});

it('keeps the length of the evening when its start moves, over midnight too', () => {
  expect(withStart(draft(), '2026-12-31T22:30')).toMatchObject({
    startsLocal: '2026-12-31T22:30',
    endsLocal: '2027-01-01T01:30',
  });
});

it('leaves the end alone when there is no length to keep', () => {
  expect(withStart(draft({ endsLocal: '' }), '2026-12-31T22:30').endsLocal).toBe('');
});

it('sends neither empty panels nor an empty private place', () => {
  const sent = sendable(draft({ panels: [{ topic: ' ' }, { topic: 'Rooms' }], privatePlace: ' ' }));
  expect(sent).toMatchObject({ panels: [{ topic: 'Rooms' }], privatePlace: null });
});

it('sends a panel that stands with its id, so that its people, times and questions stay with it', () => {
  const panels = [{ id: '0199c0de-0000-7000-8000-000000000001', topic: 'Foley' }];
  expect(sendable(inputOf({ ...draft(), panels } as EventView)).panels).toEqual(panels);
});

it('drops a fault once its field was changed', () => {
  const faults = { title: 'Please fill this in.', 'panels.0.topic': 'Too long.' };
  const sent = draft({ panels: [{ topic: 'x' }] });
  expect(standingFaults(faults, sent, { ...sent, title: 'Foley' })).toEqual({
    'panels.0.topic': 'Too long.',
  });
  expect(standingFaults(faults, sent, { ...sent, panels: [] })).toEqual({ title: 'Please fill this in.' });
});
