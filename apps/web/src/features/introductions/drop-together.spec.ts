import { atOnce, sendTogether } from './drop-together.ts';

/** What was sent, and a way to answer it. */
function aLine() {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const { add, underWay } = sendTogether<string, string>((pairs) => {
    const text = pairs.join(' ');
    sent.push(text);
    return new Promise((resolve) => {
      answers.push(() => {
        resolve(text);
      });
    });
  });
  return { add, underWay, sent, answers };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('sends nevers that come due at once in one request, each board its own', async () => {
  const { add, sent, answers } = aLine();
  const all = [add('x', 'a'), add('x', 'b'), add('y', 'c')];
  await soon();
  expect(sent).toEqual(['a b', 'c']);
  for (const answer of answers) answer();
  expect(await Promise.all(all)).toEqual(['a b', 'a b', 'c']);
});

it('sends those that waited for the ones under way in one request, too', async () => {
  const { add, underWay, sent, answers } = aLine();
  const first = add('x', 'a');
  await soon();
  const waiting = ['b', 'c', 'd'].map(async (pair) => {
    await Promise.all([Promise.resolve(), underWay()]);
    return add('x', pair);
  });
  await soon();
  expect(sent).toEqual(['a']);
  answers[0]!();
  await first;
  await soon();
  expect(sent).toEqual(['a', 'b c d']);
  answers[1]!();
  await Promise.all(waiting);
});

it('sends at once what does not wait, because the page is being left', async () => {
  const { add, sent } = aLine();
  void add('x', 'a');
  await soon();
  void add('x', 'b');
  void add('x', 'c');
  await Promise.resolve();
  expect(sent).toEqual(['a', 'b c']);
});

it('sends no more in a request than it takes', async () => {
  const { add, sent } = aLine();
  for (let pair = 0; pair <= atOnce; pair += 1) void add('x', String(pair));
  await soon();
  expect(sent.map((text) => text.split(' ').length)).toEqual([atOnce, 1]);
});
