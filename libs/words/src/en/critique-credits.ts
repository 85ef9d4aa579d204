import { counted, number } from './numbers.ts';

const credits = (count: number): string => counted(count, 'credit', 'credits');

/** What the api says about them. */
export const critiqueCreditWords = { notZero: 'Not 0.' } as const;

/** Where hosts see who has how many critique credits, and give some. */
export const critiqueCreditsApp = {
  title: 'Critique credits',
  nav: 'Credits',
  lead: 'Give to get: everybody starts with 3, bringing a work takes 3, and each critique that counts gives 1 back. They are never for sale.',
  off: 'Credits are off: bringing a work takes nothing, and nobody sees a balance.',
  switch: 'Works cost credits',
  switchHelp: 'When it is off, nothing is counted or shown. Balances stay as they are until it is on again.',
  switchedOn: 'Credits are on.',
  switchedOff: 'Credits are off.',
  ownersOnly: 'An owner can switch this.',
  search: 'Find by name',
  none: 'Nobody has credits yet',
  noneText: 'People who have a seat at an event with a critique session come here.',
  noneFound: 'Nobody by this name',
  noneFoundText: 'Try fewer letters.',
  list: 'People and their credits',
  balanceOf: (balance: number) => credits(balance),
  give: 'Give or take',
  giveTo: (name: string) => `Give or take credits: ${name}`,
  amount: 'How many',
  amountHelp: 'From 1 to 20; with a minus they are taken.',
  amountFault: 'A whole number from 1 to 20, or from -1 to -20.',
  confirm: (amount: number) => (amount < 0 ? `Take ${credits(-amount)}` : `Give ${credits(amount)}`),
  willGive: (name: string, amount: number) =>
    amount < 0 ? `${name} will have ${credits(-amount)} less.` : `${name} will get ${credits(amount)}.`,
  tooMany: (balance: number) =>
    balance === 0 ? 'There are none to take.' : `There are only ${number.format(balance)} to take.`,
  more: 'Show more',
} as const;

export const critiqueCreditsActivity = {
  'critique-credits.granted': 'gave critique credits',
  'critique-credits.taken': 'took critique credits',
} as const;
