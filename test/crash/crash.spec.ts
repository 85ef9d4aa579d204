import { CrashGround, type Killed } from './crashes.ts';
import { faultsOf, isDoubled, isLost, tableOf } from './judge.ts';
import { crashPoints } from './points.ts';

// The short version of `npm run test:crash`.

let ground: CrashGround;

beforeEach(async () => {
  ground = await CrashGround.open();
});

afterEach(() => ground.close());

const pointOf = (name: string) => crashPoints.find((point) => point.name === name)!;

describe('a worker killed with -9 at a chosen point of the exchange', () => {
  it('loses nothing and doubles nothing but in the one window, at each of twelve points', async () => {
    expect(crashPoints).toHaveLength(12);
    const ended = await ground.end(await ground.killAtEach(0));
    expect(faultsOf(ended)).toEqual([]);
    expect(tableOf(ended)).toHaveLength(13);
  });

  it('(control) settled without asking, an introduction comes twice when it is put back, and is lost when it is taken for sent', async () => {
    const taken = await ground.kill(pointOf('answered'), 'never');
    const notTaken = await ground.kill(pointOf('handed'), 'never');
    await settle(taken, 'queued');
    await settle(notTaken, 'sent');
    const ended = await ground.end([taken, notTaken]);
    expect(ended.map(isDoubled)).toEqual([true, false]);
    expect(ended.map(isLost)).toEqual([false, true]);
    expect(faultsOf(ended)).not.toEqual([]);
  });
});

const settle = ({ mailId }: Killed, state: 'queued' | 'sent') =>
  ground.database.sql(
    `update mails set state = $2::text, lease_until = null, final_at = case when $2 = 'sent' then app_now() end where id = $1`,
    [mailId, state],
  );
