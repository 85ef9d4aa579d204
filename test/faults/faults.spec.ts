import { PostRun } from './post-run.ts';
import { mailFaults } from './plans.ts';

// The short version of `npm run test:smtp-faults`.

let run: PostRun;

beforeAll(async () => {
  run = await PostRun.open();
});

afterAll(() => run.close());

describe('a mail server that treats three of ten mails badly', () => {
  it('leaves every mail with an end, none lost, none doubled but where nobody can know', async () => {
    const { planned } = await run.send(300, true);
    const met = new Set(planned.flatMap(({ fault }) => fault?.name ?? []));
    expect(met.size).toBe(mailFaults.length);
    expect(await run.end(planned, 1)).toEqual([]);
    // (control) a mail that is called sent and was not, and one that came again, would be noticed.
    await run.database.sql(
      `update mails set state = 'sent' where id = (select id from mails where state = 'failed' limit 1)`,
    );
    run.peer.accepted.push(run.peer.accepted[0]!);
    expect(await run.judge(planned)).toHaveLength(2);
  });
});
