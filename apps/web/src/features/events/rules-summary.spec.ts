import { emptyEvent } from './event-draft.ts';
import { rulesSummary } from './rules-summary.ts';

const rules = emptyEvent('2026-10-20T15:00:00Z', 'America/Los_Angeles', 'Los Angeles');

it('says in one line who can come to an event that nobody set rules for', () => {
  expect(rulesSummary(rules)).toBe('Open to everybody · no approval · waitlist moves up by itself');
});

it('names what was set and leaves out what was not', () => {
  expect(
    rulesSummary({
      ...rules,
      registration: 'audience',
      approval: true,
      closesLocal: '2026-10-18T18:00',
      plusOnes: 1,
      waitlist: 'offer',
    }),
  ).toBe(
    'For your audience · a host approves each RSVP · closes Sunday 18 October 2026, 18:00 · one guest each · freed seats are offered for 24 hours',
  );
  expect(rulesSummary({ ...rules, registration: 'invitation', waitlist: 'offer', waitlistOpen: false })).toBe(
    'By invitation · no approval · no waitlist',
  );
});
