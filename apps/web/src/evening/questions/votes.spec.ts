import type { LiveQuestion, MyQuestions, PanelLive } from '../../panel-live/live.ts';
import { emptyListText, isMineOld, shownQuestions, withVote } from './votes.ts';

const question = (id: string, votes: number, given: Partial<LiveQuestion> = {}): LiveQuestion => ({
  id,
  text: `Why ${id}?`,
  name: null,
  forId: null,
  votes,
  state: 'open',
  starred: false,
  createdAt: '2026-10-20T02:00:00Z',
  ...given,
});
const live = (questions: LiveQuestion[], version = 7): PanelLive => ({
  id: 'p',
  topic: 'Foley',
  state: 'live',
  questionsOpen: true,
  version,
  now: '2026-10-20T02:00:00Z',
  current: null,
  timer: null,
  people: [{ id: 'ines', name: 'Inés', part: 'panelist' }],
  questions,
  more: 0,
});
const nothing: MyQuestions = { asked: [], voted: [], left: 5 };
const asked = (state: MyQuestions['asked'][number]['state']): MyQuestions => ({
  ...nothing,
  asked: [{ id: 'a', text: 'Why a?', state }],
});

describe('the questions on a phone', () => {
  it('stand by votes, with mine, my votes and whom they are for', () => {
    const shown = shownQuestions(
      live([question('a', 1), question('b', 3, { forId: 'ines' }), question('c', 2)]),
      { ...asked('open'), voted: ['c'] },
      {},
    );
    expect(shown.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(shown.map(({ isMine }) => isMine)).toEqual([false, false, true]);
    expect(shown.map(({ isVoted }) => isVoted)).toEqual([false, true, false]);
    expect(shown[0]?.forName).toBe('Inés');
  });

  it('count a press at once, and no second time when the server has counted it', () => {
    const presses = { a: { isFor: true, atVersion: 7 } };
    expect(shownQuestions(live([question('a', 4)]), nothing, presses)[0]).toMatchObject({
      votes: 5,
      isVoted: true,
    });
    expect(shownQuestions(live([question('a', 5)], 8), nothing, presses)[0]).toMatchObject({
      votes: 5,
      isVoted: true,
    });
    const back = { a: { isFor: false, atVersion: 7 } };
    expect(shownQuestions(live([question('a', 4)]), withVote(nothing, 'a', true), back)[0]).toMatchObject({
      votes: 3,
      isVoted: false,
    });
  });
});

describe('my own part', () => {
  it('is asked for again only when one of my questions stands otherwise', () => {
    expect(isMineOld(asked('open'), live([question('a', 1)]))).toBe(false);
    expect(isMineOld(asked('open'), live([question('a', 1, { state: 'answered' })]))).toBe(true);
    expect(isMineOld(asked('open'), live([question('b', 1)]))).toBe(true);
    expect(isMineOld(asked('hidden'), live([question('b', 1)]))).toBe(false);
    expect(isMineOld(asked('hidden'), live([question('a', 1)]))).toBe(true);
  });

  it('is not asked for because the list is longer than what is sent', () => {
    expect(isMineOld(asked('open'), { ...live([question('b', 1)]), more: 3 })).toBe(false);
  });
});

describe('where no question is open', () => {
  it('nobody has asked only where that is so', () => {
    expect(emptyListText([], true)).toBe('Nobody has asked yet. The first question is yours to ask.');
    expect(emptyListText([], false)).toBe('Nobody has asked.');
  });

  it('all that were asked may be answered, before the end and after it', () => {
    const all = [question('a', 3, { state: 'answered' })];
    expect(emptyListText(all, true)).toBe(
      'No question is open. Ask another one, or read below what was answered.',
    );
    expect(emptyListText(all, false)).toBe('No question is open. What was answered is below.');
  });
});
