import { type DomainError } from '../errors.ts';
import { Submission, type SubmissionState, type WorkSource, type WorkTexts } from './submission.ts';
import { isWebLink } from './web-link.ts';
import { worksClosedBy } from './works-open.ts';

const now = new Date('2026-10-15T17:00:00Z');
const texts: WorkTexts = {
  title: 'Low tide',
  link: 'https://music.example/low-tide',
  question: 'Does the second verse earn the last chorus?',
  wants: '',
  avoid: '',
  notes: '',
  topics: ['songwriting'],
  opinions: false,
  coAuthors: [],
  previousId: null,
};
const linked: WorkSource = { fileId: null, medium: 'link', lengthSeconds: null };

const aWork = (state: SubmissionState, more: Partial<Submission> = {}): Submission =>
  Object.assign(new Submission(), {
    ...texts,
    ...linked,
    state,
    place: null,
    submittedAt: null,
    version: 3,
    ...more,
  });

const codeOf = (act: () => void): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a work', () => {
  it('is brought once, and joins the waitlist when the plan is made already', () => {
    const work = aWork('draft');
    work.submit(now, null);
    work.submit(new Date(), 7);
    expect(work).toMatchObject({ state: 'submitted', place: null, submittedAt: now, version: 4 });
    const late = aWork('withdrawn');
    late.submit(now, 7);
    expect(late).toMatchObject({ state: 'waitlisted', place: 7 });
  });

  it.each(['submitted', 'accepted', 'waitlisted'] as const)('stays whole while it is %s', (state) => {
    const work = aWork(state);
    expect(
      codeOf(() => {
        work.write({ ...texts, question: '' }, linked, 3);
      }),
    ).toBe('critique-work-unfinished');
    expect(
      codeOf(() => {
        aWork('draft').write({ ...texts, question: '' }, linked, 3);
      }),
    ).toBeNull();
  });

  it.each(['accepted', 'waitlisted'] as const)(
    'keeps what the plan was made from while it is %s',
    (state) => {
      for (const change of [{ topics: [] }, { coAuthors: ['mia@example.org'] }])
        expect(
          codeOf(() => {
            aWork(state).write({ ...texts, ...change }, linked, 3);
          }),
        ).toBe('critique-work-planned');
      expect(
        codeOf(() => {
          aWork(state).write({ ...texts, notes: 'From 1:00' }, linked, 3);
        }),
      ).toBeNull();
    },
  );

  it('knows those who made it by one form of their address', () => {
    const work = aWork('draft');
    work.write({ ...texts, coAuthors: ['Mia@Example.org', 'mia@example.org', 'mia@'] }, linked, 3);
    expect(work.coAuthors).toEqual(['mia@example.org', 'mia@']);
    expect(
      codeOf(() => {
        work.submit(now, null);
      }),
    ).toBe('critique-work-unfinished');
  });

  it('is taken back with its file and its place, unless it was heard', () => {
    const work = aWork('accepted', { link: null, fileId: 'f', medium: 'audio', place: 2 });
    work.withdraw();
    expect(work).toMatchObject({
      state: 'withdrawn',
      fileId: null,
      medium: null,
      place: null,
      title: 'Low tide',
    });
    expect(
      codeOf(() => {
        aWork('heard').withdraw();
      }),
    ).toBe('critique-work-heard');
  });

  it('that was taken back is a draft again once something is typed', () => {
    const work = aWork('withdrawn');
    work.write(texts, linked, 3);
    expect(work.state).toBe('draft');
  });
});

describe('a link', () => {
  it.each([
    ['https://music.example/low-tide', true],
    ['http://music.example', true],
    ['HTTPS://music.example/?a=b#c', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['ftp://music.example/x', false],
    ['//music.example/x', false],
    ['music.example', false],
    ['https://me:secret@music.example', false],
    ['https://me@music.example', false],
    ['https://', false],
    ['https://music.example/a b', false],
    [' https://music.example', false],
    ['https://music.example/\u2028', false],
    ['', false],
  ])('%j leads somewhere in the web: %s', (text, leads) => {
    expect(isWebLink(text)).toBe(leads);
  });
});

describe('works', () => {
  const evening = { startsAt: new Date('2026-10-20T01:00:00Z'), state: 'published' } as const;
  const deadlineAt = new Date('2026-10-18T19:00:00Z');
  const at = (instant: string) => new Date(instant);

  it.each([
    ['open', null, '2026-10-20T00:59:59Z', null],
    ['open', null, '2026-10-20T01:00:00Z', 'critique-deadline-passed'],
    ['open', deadlineAt, '2026-10-18T18:59:59Z', null],
    ['open', deadlineAt, '2026-10-18T19:00:00Z', 'critique-deadline-passed'],
    ['planned', deadlineAt, '2026-10-18T18:59:59Z', null],
    ['running', deadlineAt, '2026-10-18T18:59:59Z', 'critique-works-closed'],
    ['ended', null, '2026-10-18T18:59:59Z', 'critique-works-closed'],
  ] as const)(
    'of a session that is %s with the deadline %s are closed at %s by %s',
    (state, deadline, now, why) => {
      expect(worksClosedBy({ state, deadlineAt: deadline, calledOffAt: null }, evening, at(now))).toBe(why);
    },
  );

  it('are closed once the evening is cancelled', () => {
    const cancelled = { ...evening, state: 'cancelled' } as const;
    expect(worksClosedBy({ state: 'open', deadlineAt: null, calledOffAt: null }, cancelled, now)).toBe(
      'event-cancelled',
    );
  });
});
