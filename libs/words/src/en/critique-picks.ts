import { spoken } from '../speech.ts';

/** What a yes that is given on the page of one's choice is a yes to; a new text is a new name. */
export const critiquePicks = { wording: 'critique-2026-12' } as const;

/** "Whom would you like to keep talking to?" on a phone. */
export const critiquePicksPage = /* @__PURE__ */ spoken('critiquePicksPage', {
  title: 'Whom would you like to keep talking to?',
  lead: 'Choose up to two people of your rounds. Nobody sees whom you choose. If you choose each other, and both want introductions, we introduce you by mail.',
  people: 'People of your rounds',
  chosen: (count: number) => (count === 0 ? 'Nobody chosen' : `${count} of 2 chosen`),
  full: 'Two are chosen. To choose somebody else, take one of them back first.',
  loading: 'Loading …',
  saving: 'Saving …',
  saved: 'Saved. You can change it.',
  savedUntil: (moment: string) => `Saved. You can change it until ${moment}.`,
  until: (moment: string) => `You can change your choice until ${moment}.`,
  optIn: {
    title: 'You have not said yes to introductions here',
    text: 'Without your yes, your choice leads to nothing.',
    label: 'Yes, introduce me to somebody who chose me too',
    hint: 'The host may then suggest introductions to you as well; each time you are asked first. You can stop them in every mail.',
  },
  early: 'Not open yet',
  earlyText: 'When the session is over, you can say here whom you would like to keep talking to.',
  closed: 'This choice is closed',
  closedText: 'Only you can see whom you chose.',
  yours: 'You chose',
  nobodyChosen: 'You chose nobody.',
  nobody: 'Nobody to choose',
  nobodyText: 'Here stand the people who sat at your table, or who heard each other’s work.',
} as const);
