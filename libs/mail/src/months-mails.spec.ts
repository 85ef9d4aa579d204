import { type FactsOf, type Frame, type MailKind, type MailType, mailTypes } from './index.ts';

const frame: Frame = {
  organization: 'The Association of Sound Designers and Editors of Southern California',
  accent: null,
  stop: { topic: 'follow-ups', url: 'https://acquaint.example/unsubscribe/018f?topic=follow-ups' },
};
const longestTitle = 'A long evening on what we do and how we do it when no one is there to see it';
const longestName = 'Maria de los Ángeles Fernández de la Vega y Ortiz';

/** Words a reader reads: links are pressed, not read. */
const wordsOf = (text: string): number =>
  text
    .replace(/https?:\S+/g, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What stands around every mail of an organization with the longest name: who sends it, and how to stop it. */
const footerWords = 20;

const page = 'https://acquaint.example/follow-up/018f?introduction=0190&mark=';
const pair: FactsOf<'introduction-follow-up'>['pairs'][number] = {
  name: longestName,
  eventTitle: longestTitle,
  talkedUrl: `${page}talked`,
  metUrl: `${page}met`,
  togetherUrl: `${page}working-together`,
  laterUrl: `${page}later`,
  stopUrl: `${page}stop`,
};
const followUp = (pairs: number) =>
  mailTypes['introduction-follow-up'].render({ pairs: Array.from({ length: pairs }, () => pair) }, frame);
const nudge = (step: FactsOf<'introduction-nudge'>['step']) =>
  mailTypes['introduction-nudge'].render(
    { otherName: longestName, eventTitle: longestTitle, step, contact: 'maria@example.org' },
    frame,
  );
const both = { otherName: longestName, eventTitle: longestTitle };
const glad = mailTypes['introduction-glad'].render(both, frame);
const together = mailTypes['introduction-together'].render(both, frame);
const all = [
  followUp(1),
  followUp(3),
  nudge('mail'),
  nudge('call'),
  nudge('hello'),
  nudge('coffee'),
  glad,
  together,
];

describe('the mails of the months after an introduction', () => {
  it('have subjects of at most 6 words, whatever somebody is called', () => {
    for (const { subject } of all) expect([subject, wordsOf(subject) <= 6]).toEqual([subject, true]);
  });

  it('ask at most one question', () => {
    for (const { text } of all) {
      const questions = text.replace(/https?:\S+/g, '').match(/\?/g) ?? [];
      expect(questions.length).toBeLessThanOrEqual(1);
    }
  });

  it('are short', () => {
    for (const step of ['mail', 'call', 'hello', 'coffee'] as const) {
      expect(wordsOf(nudge(step).text)).toBeLessThanOrEqual(90 + footerWords);
    }
    expect(wordsOf(followUp(2).text) - wordsOf(followUp(1).text)).toBeLessThanOrEqual(45);
    expect(wordsOf(followUp(2).text) - 2 * 45).toBeLessThanOrEqual(25 + footerWords);
    for (const { text } of [glad, together]) expect(wordsOf(text)).toBeLessThanOrEqual(40 + footerWords);
  });

  it('give the first mover one line to copy, and where to send it', () => {
    const { text, html } = nudge('call');
    expect(text).toContain(
      '\n\nHello Maria, good to be introduced. Do you have 15 minutes for a call next week?\n\n',
    );
    expect(html).toContain('href="mailto:maria@example.org"');
  });

  it('congratulate in two lines', () => {
    const [body] = together.text.split('\n\n--');
    expect(body?.split('\n\n')).toHaveLength(2);
  });

  it('lead from each pair to its own answers, and say nothing of the other one’s', () => {
    const type = mailTypes['introduction-follow-up'];
    const { text } = type.render(type.sample, frame);
    for (const one of type.sample.pairs)
      for (const url of [one.talkedUrl, one.metUrl, one.togetherUrl, one.laterUrl, one.stopUrl])
        expect(text.split(`${url}\n`)).toHaveLength(2);
  });

  it('are stopped together and leave in working hours, never twice', () => {
    const kinds: MailKind[] = [
      'introduction-nudge',
      'introduction-follow-up',
      'introduction-glad',
      'introduction-together',
    ];
    for (const kind of kinds) {
      const { topic, hours, onDoubt }: Pick<MailType<never>, 'topic' | 'hours' | 'onDoubt'> = mailTypes[kind];
      expect([topic, hours, onDoubt]).toEqual(['follow-ups', 'working', 'never']);
    }
  });
});
