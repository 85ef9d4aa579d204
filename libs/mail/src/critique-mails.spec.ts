import { type FactsOf, type Frame, type MailParts, mailTypes } from './index.ts';
import { wordCount } from './layout/plain.ts';

const frame: Frame = {
  organization: 'The Association of Sound Designers and Editors of Southern California',
  accent: null,
  stop: { topic: 'events', url: 'https://acquaint.example/unsubscribe/018f?topic=events' },
};
const name = 'Maria de los Ángeles Fernández de la Vega y Ortiz';
const eventTitle = 'A long evening on what we do and how we do it when no one is there to see it';
const title = 'What the river said to the bridge on the last night of a long summer, take five';
const critiqueUrl = 'https://acquaint.example/critique/018f';
const [timeZone, moment] = ['America/Los_Angeles', new Date('2026-10-20T02:30:00Z')];
const works = Array.from({ length: 4 }, () => ({ title, author: name }));

const placed: FactsOf<'critique-place'> = {
  name,
  eventTitle,
  workTitle: title,
  timeZone,
  slot: { table: 12, place: 5, startsAt: moment },
  waiting: 0,
  hears: works,
  critiqueUrl,
};
const toWrite = { name, eventTitle, works, dueAt: moment, startsAt: moment, timeZone, critiqueUrl };
const over: FactsOf<'critique-feedback'> = {
  name,
  eventTitle,
  timeZone,
  work: { title, wasHeard: true, missed: false, critiques: 4 },
  written: 4,
  picksUntil: moment,
  critiqueUrl,
};
const feedback = (given: Partial<FactsOf<'critique-feedback'>>) =>
  mailTypes['critique-feedback'].render({ ...over, ...given }, frame);

const mails: Record<string, MailParts> = {
  place: mailTypes['critique-place'].render(placed, frame),
  'waiting place': mailTypes['critique-place'].render({ ...placed, slot: null, waiting: 7 }, frame),
  assigned: mailTypes['critique-assigned'].render(toWrite, frame),
  'assigned one': mailTypes['critique-assigned'].render({ ...toWrite, works: works.slice(1, 2) }, frame),
  'assigned to an evening': mailTypes['critique-assigned'].render({ ...toWrite, dueAt: null }, frame),
  reminder: mailTypes['critique-reminder'].render(toWrite, frame),
  feedback: feedback({}),
  'feedback without words': feedback({ work: { title, wasHeard: true, missed: false, critiques: 0 } }),
  'feedback of a work that waited': feedback({
    work: { title, wasHeard: false, missed: false, critiques: 0 },
  }),
  'feedback of a work nobody was there for': feedback({
    work: { title, wasHeard: false, missed: true, critiques: 0 },
  }),
  'feedback to a critic': feedback({ work: null }),
  'feedback late': feedback({ picksUntil: null }),
};

/** What four works add: each title is cut at eight words, no name is. */
const listed = 4 * (1 + 8 + 1 + wordCount(name));

describe('the mails of critique sessions, with the longest that may stand in them', () => {
  it.each(Object.entries(mails))(
    'have at most 120 words around the works they list: %s',
    (which, { text }) => {
      const lists =
        which.includes('place') ||
        which === 'assigned' ||
        which === 'assigned to an evening' ||
        which === 'reminder';
      expect(wordCount(text) - (lists ? listed : 0)).toBeLessThanOrEqual(120);
    },
  );

  it.each(Object.entries(mails))(
    'have a subject of at most 6 words, and one question at most: %s',
    (_, mail) => {
      expect(wordCount(mail.subject)).toBeLessThanOrEqual(6);
      expect(mail.text.replace(/https?:\S+/g, '').split('?').length - 1).toBeLessThanOrEqual(1);
    },
  );

  it('name no author while the session is blind', () => {
    const hears = works.map((work) => ({ ...work, author: null }));
    const facts = { ...placed, name: 'Ines', hears };
    expect(mailTypes['critique-place'].render(facts, frame).text).not.toContain('Maria');
  });

  it('say when a work is heard, and when words are due, in the zone of the event', () => {
    expect(mails['place']?.text).toContain('about Monday 19 October 2026, 19:30, Los Angeles time (PDT)');
    expect(mails['assigned']?.text).toContain('until Monday 19 October 2026, 19:30, Los Angeles time (PDT)');
  });

  it('lead to the letter and to the choice of people, each only where there is one', () => {
    const links = (mail: MailParts | undefined) => mail?.text.match(/critique\/018f#\w+/g);
    expect(links(mails['feedback'])).toEqual(['critique/018f#letter', 'critique/018f#people']);
    expect(links(mails['feedback without words'])).toEqual(['critique/018f#people']);
    expect(links(mails['feedback to a critic'])).toEqual(['critique/018f#people']);
    expect(links(mails['feedback late'])).toEqual(['critique/018f#letter']);
    const neither = feedback({ work: null, picksUntil: null });
    expect(neither.text).toMatch(/critique\/018f$/m);
  });
});
