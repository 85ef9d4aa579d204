import { spokenLocale } from '../speech.ts';
import { spoken } from '../speech.ts';

/** Everything a reason may speak of; what an argument does not use is empty. The reader is "you", nobody is named. */
export interface ReasonValues {
  need: string;
  offer: string;
  theirNeed: string;
  yourOffer: string;
  topics: string;
  work: string;
  city: string;
  theirCrafts: string;
  theirWork: string;
  question: string;
}

/** One clause per argument, without capital and full stop: two of them become one line. */
export const reasons = /* @__PURE__ */ spoken('reasons', {
  'they-offer': (v: ReasonValues) => `you look for ${v.need}, they offer that`,
  'they-offer-close': (v: ReasonValues) => `you look for ${v.need}, they offer ${v.offer}`,
  'their-craft': (v: ReasonValues) => `you look for ${v.need}, they work in ${v.offer}`,
  'you-offer': (v: ReasonValues) => `they look for ${v.theirNeed}, you offer that`,
  'you-offer-close': (v: ReasonValues) => `they look for ${v.theirNeed}, you offer ${v.yourOffer}`,
  'your-craft': (v: ReasonValues) => `they look for ${v.theirNeed}, you work in ${v.yourOffer}`,
  'same-craft': (v: ReasonValues) => `you both work in ${v.topics}`,
  'same-work': (v: ReasonValues) => `you are both working on ${v.work}`,
  'related-work': (v: ReasonValues) => `they work on something close to yours: ${v.work}`,
  'same-question': (v: ReasonValues) => `you both asked “${v.question}”`,
  'they-asked': (v: ReasonValues) => `their question to you was not reached: “${v.question}”`,
  'you-asked': (v: ReasonValues) => `your question to them was not reached: “${v.question}”`,
  'kept-talking': () => 'you both wished to keep talking after your critique session',
  'same-table': () => 'you sat at the same small table',
  'both-starting': () => 'you are both starting out',
  'both-working': () => 'you are both in mid-career',
  'both-established': () => 'you are both established',
  'same-place': (v: ReasonValues) => `you are both in ${v.city}`,
  'they-do': (v: ReasonValues) => `they work in ${v.theirCrafts}`,
  'they-make': (v: ReasonValues) => `they are working on ${v.theirWork}`,
  'same-evening': () => 'you were both there that evening and open to meeting somebody new',
} as const);

/** One or two clauses as one line. */
export function reasonSentence(clauses: readonly string[]): string {
  const line = clauses.join('; ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** "foley", "foley and ADR", "foley, ADR and mixing". */
export function wordList(words: readonly string[]): string {
  return new Intl.ListFormat(spokenLocale()).format(words);
}
