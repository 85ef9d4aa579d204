import { counted, number } from './numbers.ts';

/** Who can come to an event and when, in the organizers' app. */
export const eventRules = {
  title: 'Who can come and when',
  registration: {
    label: 'Who can RSVP',
    open: 'Everybody',
    audience: 'Our audience',
    audienceHelp: 'The people on your audience list, and whom you invite.',
    invitation: 'Only whom we invite',
  },
  approval: 'A host approves each RSVP',
  approvalHelp: 'Except of people you invited. Nobody who waits for an answer holds a seat.',
  opens: 'RSVPs open',
  opensHelp: 'Empty: as soon as the event is published.',
  closes: 'RSVPs close',
  closesHelp: 'Empty: when the event ends.',
  plusOnes: 'Guests each person can bring',
  plusOnesHelp: 'Each with a name; they come together or wait together.',
  answersUntil: 'Answers and guests can be changed until',
  answersUntilHelp: 'Empty: until the event starts.',
  full: {
    label: 'When every seat is taken',
    automatic: 'People wait, and the next one moves up',
    automaticHelp: 'A freed seat is theirs at once.',
    offer: 'People wait, and the next one is offered the seat',
    offerHelp: 'It is kept for them until they answer or the time is over.',
    closed: 'Nobody waits',
    closedHelp: 'RSVPs are refused. Offers that nobody answered yet are taken back; each keeps their place.',
  },
  offerHours: 'Hours to answer an offer',
  offerHoursHelp: 'Never beyond the start.',
  summary: {
    registration: {
      open: 'Open to everybody',
      audience: 'For your audience',
      invitation: 'By invitation',
    },
    approval: 'a host approves each RSVP',
    noApproval: 'no approval',
    opens: (at: string) => `opens ${at}`,
    closes: (at: string) => `closes ${at}`,
    plusOnes: (most: number) => (most === 1 ? 'one guest each' : `up to ${number.format(most)} guests each`),
    automatic: 'waitlist moves up by itself',
    offer: (hours: number) => `freed seats are offered for ${counted(hours, 'hour', 'hours')}`,
    closed: 'no waitlist',
  },
} as const;

/** What an event asks everybody who RSVPs, in the organizers' app. */
export const eventQuestions = {
  title: 'What you ask',
  summary: (all: number, required: number) => {
    if (all === 0) return 'No questions';
    return `${counted(all, 'question', 'questions')}${required === 0 ? '' : ` · ${number.format(required)} required`}`;
  },
  help: 'People answer when they RSVP. Only hosts read the answers.',
  add: 'Add a question',
  most: (count: number) => `${number.format(count)} questions are as many as fit.`,
  list: 'Questions, in their order',
  label: 'Question',
  agreementLabel: 'What people agree to',
  noLabel: 'A new question',
  kind: 'Kind of answer',
  kinds: {
    short: 'A line of text',
    long: 'A longer text',
    choice: 'One of several options',
    several: 'Any of several options',
    agreement: 'Agreement to a sentence',
  },
  required: 'Everybody has to answer',
  requiredShort: 'required',
  options: 'Options, one a line',
  optionsHelp: (least: number, most: number) => `${number.format(least)} to ${number.format(most)}.`,
  up: (label: string) => `Move up: ${label}`,
  down: (label: string) => `Move down: ${label}`,
  remove: (label: string) => `Remove: ${label}`,
  moved: (label: string, at: number, of: number) =>
    `Now ${number.format(at)} of ${number.format(of)}: ${label}`,
  removed: (label: string) => `Removed: ${label}`,
  keys: 'Alt with ↑ or ↓ moves the question you are in.',
} as const;
