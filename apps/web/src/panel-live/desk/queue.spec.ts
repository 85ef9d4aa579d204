import type { ModeratedQuestion, Moderation } from '../live.ts';
import { joinable, joinedTo, queueOf } from './queue.ts';

const question = (
  id: string,
  state: ModeratedQuestion['state'],
  votes = 0,
  given: Partial<ModeratedQuestion> = {},
): ModeratedQuestion => ({
  id,
  text: `Why ${id}?`,
  name: null,
  forId: null,
  votes,
  state,
  mergedInto: null,
  starred: false,
  createdAt: '2026-10-20T02:00:00Z',
  ...given,
});
const view = (questions: ModeratedQuestion[], currentId?: string): Moderation => ({
  id: 'p',
  topic: 'Foley',
  state: 'live',
  questionsOpen: true,
  version: 1,
  now: '2026-10-20T02:00:00Z',
  current: currentId === undefined ? null : { id: currentId, text: '', name: null, forName: null },
  timer: null,
  people: [],
  questions,
  more: 0,
});
const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

describe('the queue of a panel', () => {
  it('has starred questions first, then most votes, without the one on the screen', () => {
    const queue = queueOf(
      view(
        [
          question('few', 'open', 1),
          question('many', 'open', 9),
          question('star', 'open', 0, { starred: true }),
          question('now', 'open', 99),
        ],
        'now',
      ),
      new Set(),
    );
    expect(queue.onScreen?.id).toBe('now');
    expect(ids(queue.waiting)).toEqual(['star', 'many', 'few']);
  });

  it('keeps what was hidden a moment ago where it was, and everything else hidden below', () => {
    const all = view([
      question('a', 'open', 3),
      question('b', 'hidden', 2),
      question('c', 'open', 1),
      question('d', 'hidden'),
    ]);
    const queue = queueOf(all, new Set(['b']));
    expect(ids(queue.waiting)).toEqual(['a', 'b', 'c']);
    expect(ids(queue.hidden)).toEqual(['d']);
    expect(ids(queueOf(all, new Set()).hidden)).toEqual(['b', 'd']);
  });

  it('lists what was answered, and nothing that another stands for', () => {
    const queue = queueOf(
      view([question('a', 'answered'), question('b', 'merged', 0, { mergedInto: 'a' })]),
      new Set(),
    );
    expect(ids(queue.answered)).toEqual(['a']);
    expect(queue.waiting).toEqual([]);
  });
});

describe('joined questions', () => {
  const all = [
    question('a', 'open'),
    question('b', 'merged', 0, { mergedInto: 'a' }),
    question('c', 'merged', 0, { mergedInto: 'b' }),
    question('d', 'hidden'),
    question('e', 'open', 4),
    question('f', 'open', 2),
  ];

  it('are found at any depth', () => {
    expect(ids(joinedTo(all, 'a'))).toEqual(['b', 'c']);
    expect(joinedTo(all, 'e')).toEqual([]);
  });

  it('go with any other open one, most voted first', () => {
    expect(ids(joinable(all, 'a'))).toEqual(['e', 'f']);
  });
});
