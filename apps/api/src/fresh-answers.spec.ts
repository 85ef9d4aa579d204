import { gunzipSync } from 'node:zlib';
import { FreshAnswers, encodingFor, isKnown } from './fresh-answers.ts';

/** A rendering that counts, and answers when it is let go. */
function rendering() {
  let times = 0;
  const open: (() => void)[] = [];
  const render = async (): Promise<object> => {
    times += 1;
    const count = times;
    await new Promise<void>((resolve) => open.push(resolve));
    return { count };
  };
  return {
    render,
    letGo: () => {
      open.splice(0).forEach((resolve) => {
        resolve();
      });
    },
    times: () => times,
  };
}

const text = async (answer: Promise<{ body: Buffer }>): Promise<string> => (await answer).body.toString();

describe('fresh answers', () => {
  it('render once for everybody who asks while the answer is fresh', async () => {
    const answers = new FreshAnswers(60_000);
    const { render, letGo, times } = rendering();
    const asked = [1, 2, 3].map(() => answers.get('list', render));
    letGo();
    expect(await Promise.all(asked.map(text))).toEqual(['{"count":1}', '{"count":1}', '{"count":1}']);
    expect(await text(answers.get('list', render))).toBe('{"count":1}');
    expect(times()).toBe(1);
  });

  it('keep one answer a question', async () => {
    const answers = new FreshAnswers(60_000);
    expect(await text(answers.get('a', () => Promise.resolve({ a: 1 })))).toBe('{"a":1}');
    expect(await text(answers.get('b', () => Promise.resolve({ b: 1 })))).toBe('{"b":1}');
  });

  it('give nobody an answer that was begun before they asked when nothing may be old', async () => {
    const answers = new FreshAnswers(0);
    const { render, letGo } = rendering();
    const [first, second] = [answers.get('list', render), answers.get('list', render)];
    letGo();
    expect([await text(first), await text(second)]).toEqual(['{"count":1}', '{"count":2}']);
  });

  it('do not keep a failure', async () => {
    const answers = new FreshAnswers(60_000);
    await expect(answers.get('list', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await text(answers.get('list', () => Promise.resolve({ back: true })))).toBe('{"back":true}');
  });

  it('hold 200 at most: the oldest is rendered anew', async () => {
    const answers = new FreshAnswers(60_000);
    let times = 0;
    const render = () => Promise.resolve({ count: (times += 1) });
    for (let page = 0; page <= 200; page += 1) await answers.get(String(page), render);
    expect(await text(answers.get('200', render))).toBe('{"count":201}');
    expect(await text(answers.get('0', render))).toBe('{"count":202}');
  });

  it('have a tag that changes with what they say, known in every form a client may send it', async () => {
    const answers = new FreshAnswers(0);
    const one = await answers.get('list', () => Promise.resolve({ seats: 3 }));
    const same = await answers.get('list', () => Promise.resolve({ seats: 3 }));
    const other = await answers.get('list', () => Promise.resolve({ seats: 2 }));
    expect(same.etag).toBe(one.etag);
    expect(other.etag).not.toBe(one.etag);
    expect(
      [one.etag, one.etag.replace('W/', ''), `"else", ${one.etag}`].map((tag) => isKnown(tag, one)),
    ).toEqual([true, true, true]);
    expect([undefined, other.etag].map((tag) => isKnown(tag, one))).toEqual([false, false]);
  });

  it('are compressed from the second asking on, for whoever takes that', async () => {
    const answers = new FreshAnswers(60_000);
    const render = () => Promise.resolve({ text: 'again and again '.repeat(100) });
    const first = await answers.get('list', render);
    expect(encodingFor('gzip, br', first).body).toBe(first.body);
    const second = await answers.get('list', render);
    const { body, headers } = encodingFor('br, gzip', second);
    expect(headers).toEqual({ vary: 'accept-encoding', 'content-encoding': 'gzip' });
    expect(gunzipSync(body)).toEqual(first.body);
    expect(
      [undefined, 'br', 'gzip;q=0', 'gzip;q=0, br'].map((given) => encodingFor(given, second).body),
    ).toEqual(Array(4).fill(first.body));
    expect(encodingFor('gzip;q=0.5', second).body).toBe(second.gzipped);
  });
});
