import { Connections } from './connections.ts';
import { Mailbox } from './transport.ts';

/** Something that is done when it is told to be. */
function open() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
}

describe('the connections of a worker', () => {
  let connections: Connections;
  let begun: number;

  beforeEach(() => {
    begun = 0;
  });
  afterEach(() => {
    connections.close();
  });

  const of = (most: number, slowAfter: number): void => {
    connections = new Connections(
      () => new Mailbox(),
      most,
      () => slowAfter,
    );
  };
  const use = (until: Promise<void>) =>
    connections.with(async () => {
      begun += 1;
      await until;
      return { kind: 'accepted' };
    });
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

  it('are as many as they may be, and the next mail gets the first that is free', async () => {
    of(2, 60_000);
    const mails = [open(), open(), open()];
    const sent = mails.map(({ ended }) => use(ended));
    await nextTurn();
    expect(begun).toBe(2);
    mails[0]?.end();
    await sent[0];
    await nextTurn();
    expect(begun).toBe(3);
    for (const { end } of mails) end();
    await Promise.all(sent);
  });

  it('grow by half while some wait for slow answers, and no further', async () => {
    of(2, 0);
    const slow = Array.from({ length: 4 }, open);
    const sent = slow.map(({ ended }) => use(ended));
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (begun < 3) return;
        clearInterval(look);
        resolve();
      }, 10);
    });
    await nextTurn();
    expect(begun).toBe(3);
    for (const { end } of slow) end();
    await Promise.all(sent);
  });

  it('begin nothing more when the worker stops', async () => {
    of(1, 60_000);
    const first = open();
    const sent = [use(first.ended), use(first.ended)];
    await nextTurn();
    connections.close();
    expect(await sent[1]).toEqual({ kind: 'unreachable', reason: 'stopped', met: 'server' });
    first.end();
    await sent[0];
    expect(begun).toBe(1);
  });
});
