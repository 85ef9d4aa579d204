import { erasePerson } from '#libs/database';
import { everyOrganization } from '#libs/domain';
import { sweep } from '../../apps/worker/src/sweep.ts';
import { type Evening, type Guest, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, Who knows what: to whoever was asked about somebody who then left, and to the host, it looks as if the
// other had kept silent. The same history is lived twice, and everything they can see is compared word by word.

let first: Evening;
beforeAll(async () => {
  first = await startEvening();
});
afterAll(() => first.stop());

type Does = (evening: Evening, ana: Guest, pair: string) => Promise<unknown>;

const keepsSilent: Does = () => Promise.resolve();
const leaves: Does = ({ api }, { personId }) =>
  api.db.write(everyOrganization, (tx) => erasePerson(tx, api.config.keys, personId));
const saysYes: Does = (evening, ana, pair) => evening.answer(ana, pair, 'yes');

/** Each moment after Ana's act at 12:30 on the Wednesday both are asked: the next day, the reminder, the last day, after it. */
const afterReminder = '2026-10-26T10:01';
const moments = [
  '2026-10-21T12:31',
  '2026-10-22T12:00',
  afterReminder,
  '2026-10-28T09:59',
  '2026-10-28T10:01',
  '2026-10-28T16:01',
  '2026-10-30T16:01',
  '2026-11-20T12:00',
];

async function live(does: Does): Promise<string[]> {
  const evening = await nextEvening(first);
  const ana = await evening.guest({
    name: 'Ana Lind',
    profile: { crafts: ['foley'], workingOn: 'a short film', namedInAsks: true },
  });
  const ben = await evening.guest({ name: 'Ben Ode', profile: { crafts: ['mixing'], namedInAsks: true } });
  const cookie = await evening.api.cookieOf(ben.personId);
  const pair = await evening.approved(ana, ben);
  await evening.pass('2026-10-21T12:30');
  await does(evening, ana, pair);
  const seen: string[] = [];
  for (const moment of moments) {
    await evening.pass(moment);
    await sweep({}, { db: evening.api.db } as never);
    seen.push(sameNames(await looks(evening, ben, pair, cookie), moment));
    if (moment === afterReminder) await evening.answer(ben, pair, 'yes', 'ben@reach.example');
  }
  await leaves(evening, ana, pair);
  await leaves(evening, ben, pair);
  return seen;
}

/** Everything Ben has, and the host's words for the pair. That somebody left shows to a host by the name and its words, which is no answer. */
async function looks(evening: Evening, ben: Guest, pair: string, cookie: string): Promise<string> {
  const { api } = evening;
  const page = async (path: string) => {
    const { status, text } = await api.http.get(path).set('cookie', cookie).set('accept', 'text/html');
    return `${path} ${String(status)} ${text}`;
  };
  const { introductions } = await evening.board();
  const mails = await api.database.sql(
    `select m.kind, m.state, date_trunc('minute', m.final_at) as at from mails m where m.person_id = $1 order by m.final_at, m.id`,
    [ben.personId],
  );
  return [
    await evening.look(ben, pair).then(({ status, text }) => `${String(status)} ${text}`),
    await page('/me'),
    await page('/me/introductions'),
    await page('/me/privacy'),
    await page(`/me/introductions/${pair}/answer`),
    await page('/api/v1/me/introductions'),
    JSON.stringify(mails),
    JSON.stringify(
      introductions.map(({ id, version, standing, source, leavesAt }) => [
        id,
        version,
        standing,
        source,
        leavesAt,
      ]),
    ),
  ].join('\n');
}

/** Ids, tokens and addresses by the order in which they appear. */
function sameNames(text: string, moment: string): string {
  const seen = new Map<string, string>();
  const named = text.replace(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}\.[0-9a-f]{32}|[\w-]{43}|person\d+@example\.org|Guild \d+/g,
    (found) => {
      const name = seen.get(found) ?? `#${String(seen.size)}`;
      seen.set(found, name);
      return name;
    },
  );
  return `${moment}\n${named}`;
}

it('never 1: leaving looks like silence to the other and to the host, at every moment until long after day 7', async () => {
  const silent = await live(keepsSilent);
  expect(await live(leaves)).toEqual(silent);
  // What is compared is there: the question, its page, the reminder and the end.
  expect(silent.join('\n')).toContain('introduction-reminder');
  expect(silent.join('\n')).toContain('did not happen');
  // Control: a yes is seen.
  expect(await live(saysYes)).not.toEqual(silent);
});
