import { CrashGround, type Ended } from './crashes.ts';
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

  it('(control) with what was handed over put back into the queue, an introduction comes twice', async () => {
    const ended = await endAs('queued');
    expect(ended.filter(isDoubled)).toHaveLength(1);
    expect(faultsOf(ended)).not.toEqual([]);
  });

  it('(control) with what was handed over taken for sent, an introduction is lost', async () => {
    const ended = await endAs('sent');
    expect(ended.filter(isLost)).toHaveLength(1);
    expect(faultsOf(ended)).not.toEqual([]);
  });
});

/** An introduction that the server took and one that it did not, both dead in `handed`, settled without asking. */
async function endAs(state: 'queued' | 'sent'): Promise<Ended[]> {
  const killed = [
    await ground.kill(pointOf('answered'), 'never'),
    await ground.kill(pointOf('handed'), 'never'),
  ];
  await ground.database.sql(
    `update mails set state = $1::text, lease_until = null, final_at = case when $1 = 'sent' then app_now() end
     where state = 'handed'`,
    [state],
  );
  return ground.end(killed);
}
