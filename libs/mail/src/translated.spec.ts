import { speaking } from '#libs/words';
import { learnMarked, unmarkedWords } from '../../../test/support/marked-language.ts';
import { type Frame, type MailType, mailKinds, mailTypes } from './index.ts';

// What stays outside of the catalogue is English for everybody.

const organization = 'The Association of Sound Designers';

beforeAll(learnMarked);

function rendered(kind: (typeof mailKinds)[number], language: 'de' | 'en') {
  const type = mailTypes[kind] as MailType<unknown>;
  const { topic, sample } = type;
  const stop = topic === null ? null : { topic, url: 'https://acquaint.example/unsubscribe/018f' };
  const frame: Frame = { organization, accent: null, stop };
  const { subject, text, html } = speaking(language, () => type.render(sample, frame));
  return { all: `${subject} ${text} ${html}`, data: [organization, ...textsIn(sample)] };
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

it.each(mailKinds)('every word of a mail is in the catalogue or data: %s', (kind) => {
  const { all, data } = rendered(kind, 'de');
  expect(unmarkedWords(all, data)).toEqual([]);
});

it.each(mailKinds)('a mail that does not ask the catalogue is found: %s', (kind) => {
  const { all, data } = rendered(kind, 'en');
  expect(unmarkedWords(all, data).length).toBeGreaterThan(5);
});
