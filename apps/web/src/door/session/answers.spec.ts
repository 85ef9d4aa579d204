import type { Outcome, ScanResult } from '../contract.ts';
import { verdictOf } from '../model/decide.ts';
import type { Person } from '../model/people.ts';
import { personOn, shownAfter } from './answers.ts';

const ines = {
  id: 'a',
  name: 'Ines Okafor',
  party: 2,
  guests: ['Bo Okafor'],
  note: 'Ask about access',
} as Person;

const answer = (outcome: Outcome, name: string): ScanResult => ({
  nonce: 'n',
  outcome,
  attendeeId: 'a',
  name,
  checkedInAt: '2026-10-20T01:04:00.000Z',
  by: 'Front door',
});

describe('a walk-in with the address of somebody on the list', () => {
  const shown = { nonce: 'n', verdict: verdictOf('walked-in', { name: 'Tom Adeyemi' }) };

  it.each(['ok', 'already'] as const)('shows what was typed and nobody else, answered %s', (outcome) => {
    const after = shownAfter(shown, answer(outcome, 'Tom Adeyemi'), [ines]);
    expect(after.verdict).toMatchObject({
      meaning: outcome === 'ok' ? 'walked-in' : 'already',
      name: 'Tom Adeyemi',
      person: null,
    });
    expect(personOn(after, [ines])).toBeNull();
  });
});

it('a ticket that the list lacks shows whom the api meant by it', () => {
  const shown = { nonce: 'n', verdict: verdictOf('unknown') };
  const after = shownAfter(shown, answer('ok', 'Ines Okafor'), [ines]);
  expect(after.verdict).toMatchObject({ meaning: 'in', name: 'Ines Okafor', person: ines });
  expect(personOn(after, [ines])).toBe(ines);
});
