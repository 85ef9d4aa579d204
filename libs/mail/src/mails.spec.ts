import { languageCodes, languages, learnEverything, speaking, words } from '#libs/words';
import {
  type FactsOf,
  type Frame,
  type MailKind,
  type MailParts,
  type MailType,
  mailKinds,
  mailTypes,
} from './index.ts';

await learnEverything();

const organization = 'The Association of Sound Designers and Editors of Southern California';
const stop = { topic: 'introductions', url: 'https://acquaint.example/unsubscribe/018f' } as const;
const frame: Frame = { organization, accent: null, stop };

/** Words a reader reads: links are pressed, not read. */
const wordsOf = (text: string): number =>
  text
    .replace(/https?:\S+/g, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** 140 characters of short English words: the longest reason that can be frozen. */
const longestReason =
  'You look for a mix to go with your first film, they offer that; they look for a good room to record in close by, and you offer that as well.';
const longestTags = [
  'recording in old churches and big halls',
  'notes on a first cut by a trained ear',
  'help with a tax form for small studios',
];

it('is measured in each language, and in none of them in the words of another', () => {
  const leads = languageCodes.map((language) => speaking(language, () => words.mail.rsvpConfirmed.lead));
  expect(new Set(leads).size).toBe(languageCodes.length);
});

describe.each(languageCodes)('in %s:', (language) => {
  const said = <Kind extends MailKind>(kind: Kind, facts: FactsOf<Kind>, around: Frame): MailParts =>
    speaking(language, () => (mailTypes[kind] as MailType<FactsOf<Kind>>).render(facts, around));

  const everyMail = mailKinds.map((kind): [string, MailParts] => {
    const type = mailTypes[kind] as MailType<unknown>;
    const around = { ...frame, stop: type.topic === null ? null : stop };
    return [kind, speaking(language, () => type.render(type.sample, around))];
  });

  describe('every mail', () => {
    it.each(everyMail)('says the same in text and in HTML: %s', (_, { text, html }) => {
      const read = html.replace(/<style>.*?<\/style>|<title>.*?<\/title>|<[^>]+>/gs, ' ');
      for (const word of text
        .replace(/https?:\S+|--/g, '')
        .split(/\s+/)
        .filter((part) => /\p{L}/u.test(part))) {
        expect(decode(read)).toContain(word.replace(/:$/, ''));
      }
    });

    it.each(everyMail)('has a subject of one line that a phone shows: %s', (_, { subject }) => {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject.length).toBeGreaterThan(5);
      expect(subject.length).toBeLessThanOrEqual(85);
    });

    it('has a way to stop it exactly when it does not answer something the reader did', () => {
      const stoppable = mailKinds.filter((kind) => mailTypes[kind].topic !== null);
      expect(stoppable).toEqual([
        'event-reminder',
        'event-thanks',
        'event-announcement',
        'invitation',
        'invitation-reminder',
        'invited-event-cancelled',
        'morning-after',
        'introduction-digest',
        'introduction-ask',
        'introduction-reminder',
        'introduction',
        'introduction-nudge',
        'introduction-follow-up',
        'introduction-glad',
        'introduction-together',
        'circle-ask',
        'circle-opened',
        'circle-meeting',
        'circle-useful',
        'circle-ended',
        'critique-place',
        'critique-assigned',
        'critique-reminder',
        'critique-feedback',
        'panelist-invitation',
      ]);
      // By its header too (compose.ts), and by it alone where an answer would give the link away with the words below it.
      const quoted = [
        'introduction',
        'introduction-nudge',
        'introduction-glad',
        'introduction-together',
        'circle-opened',
      ];
      for (const [kind, { text, html }] of everyMail) {
        const hasLink = (stoppable as string[]).includes(kind) && !quoted.includes(kind);
        expect([kind, text.includes(stop.url), html.includes(stop.url)]).toEqual([kind, hasLink, hasLink]);
      }
    });
  });

  describe('what people typed, in a mail', () => {
    const hostile =
      '<img src=x onerror=alert(1)> www.evil.example https://evil.example/a mail@evil.example "q" &amp;';
    const facts: FactsOf<'event-cancelled'> = {
      ...mailTypes['event-cancelled'].sample,
      name: `${hostile}\r\nBcc: all@evil.example`,
      reason: hostile,
    };
    const mail = said(
      'event-cancelled',
      { ...facts, event: { ...facts.event, title: `${hostile}\nBcc: a@b.example`, place: hostile } },
      { ...frame, organization: hostile, stop: null },
    );

    it('is text, never markup', () => {
      expect(mail.html).not.toContain('<img');
      expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    });

    it('is never taken for a link by a mail reader', () => {
      for (const part of [mail.text, mail.html.replace(/<style>.*?<\/style>|<[^>]+>/g, ' ')]) {
        expect(part).not.toMatch(/www\.|:\/\/|[^\s\u2060]@|@[^\s\u2060]|evil\.example/);
      }
    });

    it('cannot start a line of its own in a subject', () => {
      expect(mail.subject).not.toMatch(/[\r\n]/);
    });

    it('shows a join link on the page only, because here it would not survive', () => {
      const { sample } = mailTypes['rsvp-confirmed'];
      const event = { ...sample.event, privatePlace: 'https://meet.example/abc' };
      const { text } = said('rsvp-confirmed', { ...sample, event }, { ...frame, stop: null });
      expect(text).not.toContain('abc');
      expect(text).toContain(speaking(language, () => words.mail.joinOnPage));
    });
  });

  describe('the mails of introductions, with the longest that may stand in them', () => {
    const ask: FactsOf<'introduction-ask'> = {
      ...mailTypes['introduction-ask'].sample,
      eventTitle: 'A long evening on what we do and how we do it when no one is there to see it',
      suggestions: ['one', 'two'].map((id) => ({
        who: 'Maria de los Ángeles Fernández de la Vega y Ortiz',
        crafts: longestTags,
        workingOn: '',
        reason: longestReason,
        step: 'hello',
        yesUrl: `https://acquaint.example/ask/${id}?answer=yes`,
        noUrl: `https://acquaint.example/ask/${id}?answer=no`,
      })),
    };
    const made: FactsOf<'introduction'> = {
      people: [
        {
          name: 'Maria de los Ángeles Fernández',
          reason: longestReason,
          canHelpWith: longestTags,
          contact: 'maria@example.org',
        },
        {
          name: 'Jan van den Berg-Oosterhuis',
          reason: longestReason,
          canHelpWith: longestTags,
          contact: 'jan@example.org',
        },
      ],
      first: 1,
      step: 'hello',
    };

    it('measures with a reason of 140 characters', () => {
      expect(longestReason).toHaveLength(140);
    });

    it('asks in at most 80 words a suggestion and 60 around them', () => {
      const none = said('introduction-ask', { ...ask, suggestions: [] }, frame);
      const two = said('introduction-ask', ask, frame);
      expect(wordsOf(none.text)).toBeLessThanOrEqual(60);
      expect(wordsOf(two.text) - wordsOf(none.text)).toBeLessThanOrEqual(2 * 80);
    });

    it('asks one question with its own Yes and Not this time for each suggestion', () => {
      const { text } = said('introduction-ask', ask, frame);
      for (const { yesUrl, noUrl } of ask.suggestions) {
        expect(text.split(yesUrl)).toHaveLength(2);
        expect(text.split(noUrl)).toHaveLength(2);
      }
    });

    it('reminds of one question in one line, naming nobody', () => {
      const asks = ask.suggestions.slice(0, 1);
      const { text } = said('introduction-reminder', { eventTitle: ask.eventTitle, asks }, frame);
      expect(wordsOf(text)).toBeLessThanOrEqual(80);
      expect(text).not.toContain('Maria');
    });

    it('introduces in at most 125 words', () => {
      expect(wordsOf(said('introduction', made, frame).text)).toBeLessThanOrEqual(125);
    });

    it('has subjects of at most 6 words', () => {
      const mails = [
        said('introduction-ask', ask, frame),
        said('introduction-ask', { ...ask, suggestions: ask.suggestions.slice(0, 1) }, frame),
        said('introduction-reminder', { eventTitle: ask.eventTitle, asks: ask.suggestions }, frame),
        said('introduction', made, frame),
        ...(['panel', 'mixer', 'critique', 'evening'] as const).map((format) =>
          said('introduction-digest', { ...mailTypes['introduction-digest'].sample, format }, frame),
        ),
      ];
      for (const { subject } of mails) expect(wordsOf(subject)).toBeLessThanOrEqual(6);
    });

    it('names nobody who does not want to be named', () => {
      const suggestions = ask.suggestions.map((suggestion) => ({ ...suggestion, who: null }));
      const { text, html } = said('introduction-ask', { ...ask, suggestions }, frame);
      expect(text + html).not.toContain('Maria');
      expect(text).toContain(speaking(language, () => words.mail.introduction.ask.somebody));
    });

    it('leaves both contacts as something to press, and nothing else', () => {
      const { html } = said('introduction', made, frame);
      expect(html.match(/href="[^"]+"/g)).toEqual([
        'href="mailto:maria@example.org"',
        'href="mailto:jan@example.org"',
      ]);
    });
  });

  describe('the mail of the morning after', () => {
    it('asks one question, shortly, and names nobody but its reader', () => {
      const facts: FactsOf<'morning-after'> = {
        name: 'Maria de los Ángeles Fernández de la Vega y Ortiz',
        eventTitle: 'A long evening on what we do and how we do it when no one is there to see it',
        morningUrl: 'https://acquaint.example/morning/018f',
      };
      const mail = said('morning-after', facts, { ...frame, stop: { ...stop, topic: 'mornings' } });
      expect(wordsOf(mail.subject)).toBeLessThanOrEqual(6);
      expect(`${mail.subject} ${mail.text}`.match(/\?/g)).toHaveLength(1);
      expect(wordsOf(mail.text)).toBeLessThanOrEqual(75);
      expect(mail.text.split(facts.morningUrl)).toHaveLength(2);
    });
  });

  describe('the mails of circles, with the longest that may stand in them', () => {
    // 80 characters, as many as a host may type.
    const circle = 'Recording old rooms, halls and stairs in the city before all of them are silent.';
    const [timeZone, name] = ['America/Los_Angeles', 'Maria de los Ángeles Fernández de la Vega y Ortiz'];
    const moment = new Date('2026-11-11T02:30:00Z');
    const answers = { yesUrl: 'https://acquaint.example/1', noUrl: 'https://acquaint.example/2' };
    const circleUrl = 'https://acquaint.example/circle/018f';
    const eight = Array.from({ length: 8 }, (_, at) => ({
      name: `${name} ${String(at)}`,
      crafts: ['sound editing', 'location recording', 'Foley'],
      contact: `person${String(at)}@example.org`,
    }));
    const opened = { name, circle, people: eight, timeZone, pollEndsAt: moment, meetsAt: null, circleUrl };
    const place = 'The back room of the bookshop at the corner of Echo Park Avenue, second door on the left';
    const mails: Record<string, MailParts> = {
      ask: said(
        'circle-ask',
        {
          name,
          circle,
          eventTitle: 'A long evening on what we do and how we do it when no one is there to see it',
          timeZone,
          endsAt: moment,
          ...answers,
        },
        frame,
      ),
      opened: said('circle-opened', opened, frame),
      'opened late': said('circle-opened', { ...opened, pollEndsAt: null, meetsAt: moment }, frame),
      'first meeting': said(
        'circle-meeting',
        { name, circle, number: 1, startsAt: moment, timeZone, place, circleUrl },
        frame,
      ),
      meeting: said(
        'circle-meeting',
        { name, circle, number: 5, startsAt: moment, timeZone, place, circleUrl },
        frame,
      ),
      useful: said('circle-useful', { name, circle, timeZone, endsAt: moment, ...answers }, frame),
      ended: said('circle-ended', { name, circle }, frame),
    };
    /** What each of eight people may add: a name and three crafts. */
    const people = eight.map((one) => [one.name, ...one.crafts, one.contact].join(' ')).join(' ');

    it('measures with a name of 80 characters', () => {
      expect(circle).toHaveLength(80);
    });

    it.each(Object.entries(mails))(
      'have at most 120 words around the people they list: %s',
      (which, { text }) => {
        const listed = which.startsWith('opened') ? wordsOf(people) : 0;
        expect(wordsOf(text) - listed).toBeLessThanOrEqual(120);
      },
    );

    it.each(Object.entries(mails))(
      'have a subject of at most 6 words, and one question at most: %s',
      (_, mail) => {
        expect(wordsOf(mail.subject)).toBeLessThanOrEqual(6);
        expect(mail.text.split('?').length - 1).toBeLessThanOrEqual(1);
      },
    );

    it('name nobody in the question, and everybody with the contact each chose once it begins', () => {
      expect(mails['ask']?.text).not.toContain('@example.org');
      for (const one of eight) {
        expect(mails['opened']?.text).toContain(one.name);
        expect(mails['opened']?.html).toContain(`mailto:${one.contact}`);
      }
    });

    it('say the date to one who joins when it stands, and ask for none', () => {
      expect(mails['opened late']?.text).toContain(
        moment.toLocaleDateString(languages[language].locale, { day: 'numeric', month: 'long', timeZone }),
      );
      expect(mails['opened late']?.text).not.toContain('?');
    });
  });
});

describe('in English, a mail of an introduction', () => {
  it('says what each can help with where that fits', () => {
    const type = mailTypes.introduction;
    expect(type.render(type.sample, frame).text).toContain(
      'Ines can help with room acoustics and field recording.',
    );
  });

  it('tells two people of one first name apart', () => {
    const [one, other] = mailTypes.introduction.sample.people;
    const people = [one, { ...other, name: 'Ines Reyes' }] as const;
    const type = mailTypes.introduction;
    const { text } = type.render({ ...type.sample, people }, frame);
    expect(text).toContain('Ines Okafor writes first.');
    expect(text).toContain('For Ines Reyes: ');
  });
});

describe('the time of an event, in a mail', () => {
  it('is told in the zone of the event, by name', () => {
    const type = mailTypes['rsvp-confirmed'];
    expect(type.render(type.sample, frame).text).toContain(
      'When: Monday 19 October 2026, 18:00 to 21:00, Los Angeles time (PDT)',
    );
  });

  it('names both days when it ends on another one', () => {
    const type = mailTypes['rsvp-confirmed'];
    const event = {
      ...type.sample.event,
      timeZone: 'Europe/Berlin',
      startsAt: new Date('2026-12-31T19:00Z'),
      endsAt: new Date('2027-01-01T01:00Z'),
    };
    expect(type.render({ ...type.sample, event }, frame).text).toContain(
      'When: Thursday 31 December 2026, 20:00 to Friday 1 January 2027, 02:00, Berlin time (GMT+1)',
    );
  });
});

function decode(html: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
