import { handleFor } from '#libs/database';
import { words } from '#libs/words';
import { type Evening, type Guest, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';

const patience = 60_000;
let first: Evening;
let evening: Evening;
let ana: Guest;
let ben: Guest;
let pair: string;
/** Ana's question. */
let path: string;

beforeAll(async () => {
  first = await startEvening();
}, patience);

beforeEach(async () => {
  evening = await nextEvening(first);
  const profile = { crafts: ['mixing'], namedInAsks: true, preferredStep: 'coffee' as const };
  [ana, ben] = [
    await evening.guest({ name: 'Ana Lind', profile }),
    await evening.guest({ name: 'Ben Ode', profile }),
  ];
  pair = await evening.approved(ana, ben);
  await evening.pass('2026-10-21T12:00');
  path = await evening.askPath(ana, pair);
});

afterAll(() => first.stop());

const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[]) =>
  evening.api.database.sql<Row & Record<string, unknown>>(text, values);
const look = async (at = path) => (await evening.api.http.get(at).expect(200)).text;
const post = (fields: Record<string, string>) => submit(evening.api, path, path, fields);
const act = (name: string) => submit(evening.api, path, `${path}/act`, { act: name });
const sideOf = async ({ personId }: Guest) => {
  const [side] = await sql<{ consent: string; contact: string; step: string; reason: string }>(
    `select consent, contact, step, private_reason as reason from introduction_sides
     where introduction_id = $1 and person_id = $2`,
    [pair, personId],
  );
  return side;
};
const stateOf = async () => {
  const [row] = await sql<{ state: string }>('select state from introductions where id = $1', [pair]);
  return row?.state;
};

describe('a yes', () => {
  it('brings along how to be reached and the smallest first step, the one of the profile by default', async () => {
    expect(await look()).toContain('checked="" value="coffee"');
    await post({ answer: 'yes' });
    expect(await sideOf(ana)).toMatchObject({ consent: 'yes', contact: null, step: null });
    await post({ answer: 'yes', contact: '  555 0100 ', step: 'call' });
    expect(await sideOf(ana)).toMatchObject({ consent: 'yes', contact: '555 0100', step: 'call' });
    const page = await look();
    expect(page).toContain('They would reach you at 555 0100.');
    expect(page).toContain('First step: a 15-minute call');
  });

  it('keeps nothing when the contact does not fit, and gives back what was typed', async () => {
    const { status, text } = await post({ answer: 'yes', contact: 'x'.repeat(255), step: 'hello' });
    expect(status).toBe(422);
    expect(text).toContain('x'.repeat(255));
    expect(text).toContain('checked="" value="hello"');
    expect(await sideOf(ana)).toMatchObject({ consent: 'asked', contact: null });
  });

  it('takes no step that is none', async () => {
    await post({ answer: 'yes', step: 'dinner' });
    expect(await sideOf(ana)).toMatchObject({ consent: 'yes', step: null });
  });
});

describe('a no', () => {
  it('may have a reason for us alone, which no page of anybody else, no host and no mail shows', async () => {
    await post({ answer: 'no' });
    const { text } = await post({ answer: 'no', reason: 'We fell out\r\nover reverb' });
    expect(text).toContain('Your reason is kept');
    expect(await sideOf(ana)).toMatchObject({ consent: 'no', reason: 'We fell out\nover reverb' });
    await evening.answer(ben, pair, 'yes');
    await evening.pass('2026-11-06T12:00');
    const elsewhere = [
      JSON.stringify(await evening.board()),
      JSON.stringify(await sql('select * from audit', [])),
      JSON.stringify(await sql('select * from introduction_log', [])),
      JSON.stringify(await evening.sent()),
    ];
    for (const told of elsewhere) expect(told).not.toContain('reverb');
    // The control: it would be found where it is kept.
    expect(JSON.stringify(await sql('select * from introduction_sides', []))).toContain('reverb');
  });

  it('keeps its reason when the same no is posted again, and refuses one that is too long', async () => {
    await post({ answer: 'no', reason: 'No time' });
    await post({ answer: 'no' });
    expect(await sideOf(ana)).toMatchObject({ reason: 'No time' });
    expect((await post({ answer: 'no', reason: 'x'.repeat(501) })).status).toBe(422);
    expect(await sideOf(ana)).toMatchObject({ reason: 'No time' });
    await post({ answer: 'no', reason: '' });
    expect(await sideOf(ana)).toMatchObject({ reason: null });
  });
});

describe('beside the answer', () => {
  it('"never this person" is a no and a block, and can be taken back without reviving the pair', async () => {
    expect((await act('never')).status).toBe(303);
    await act('never');
    expect(await sideOf(ana)).toMatchObject({ consent: 'no' });
    expect(await stateOf()).toBe('closed quietly');
    const blocks = () => sql('select 1 from blocks where person_id = $1', [ana.personId]);
    expect(await blocks()).toHaveLength(1);
    expect(await look()).toContain('We will never introduce you to this person.');
    await act('again');
    expect(await blocks()).toHaveLength(0);
    expect(await stateOf()).toBe('closed quietly');
  });

  it('a pause of three months and a stop take one tap each, and hide the buttons until both are taken back', async () => {
    await act('pause');
    expect(await look()).toContain('before 20 January 2027');
    expect(await look()).not.toContain('Yes, introduce us');
    await act('stop');
    await act('stop');
    expect(await look()).toContain('asks you about introductions no more');
    await act('resume');
    expect(await look()).toContain('Yes, introduce us');
    const stops = await sql('select 1 from mail_stops where person_id = $1', [ana.personId]);
    expect(stops).toHaveLength(0);
  });

  it('asks nobody for a yes who takes no part any more, and offers to take part again, in the words of the RSVP', async () => {
    const optOut = () =>
      sql(`update consents set withdrawn_at = app_now() where person_id = $1 and withdrawn_at is null`, [
        ana.personId,
      ]);
    await optOut();
    const page = await look();
    expect(page).not.toContain('Yes, introduce us');
    expect(page).toContain('You take no part in introductions');
    expect(page).toContain(words.pages.rsvp.introductions.question);
    expect((await act('opt-in')).status).toBe(303);
    await act('opt-in');
    expect(await look()).toContain('Yes, introduce us');
    const given = await sql(
      `select answer, source, wording from consents where person_id = $1 and withdrawn_at is null`,
      [ana.personId],
    );
    expect(given).toEqual([{ answer: 'given', source: 'answer', wording: words.pages.rsvp.wording }]);
    await post({ answer: 'yes' });
    expect(await sideOf(ana)).toMatchObject({ consent: 'yes' });
    await optOut();
    expect(await look()).toContain('You take no part in introductions');
  });

  it('shows nobody’s opting out on the page of the other one', async () => {
    const theirs = await evening.askPath(ben, pair);
    const neutral = async () => (await look(theirs)).replace(/(?<=name="formToken" value=")[^"]+/g, '#');
    const before = await neutral();
    await sql(`update consents set withdrawn_at = app_now() where person_id = $1`, [ana.personId]);
    expect(await neutral()).toBe(before);
    await act('opt-in');
    expect(await neutral()).toBe(before);
  });

  it('a pause from here never shortens a longer one', async () => {
    await sql(`update people set introductions_paused_until = '2027-10-01T00:00:00Z' where id = $1`, [
      ana.personId,
    ]);
    await act('pause');
    expect(await look()).toContain('before 1 October 2027');
  });

  it('shows no host that anybody paused, stopped or blocked', async () => {
    const { api, organizationId, host } = evening;
    const told = async () => {
      const path = `/api/v1/organizations/${organizationId}/events/${evening.eventId}/attendees/${ana.id}/history`;
      const { body } = await api.http.get(path).set('cookie', host).expect(200);
      return JSON.stringify([(await evening.board()).introductions, body]);
    };
    const before = await told();
    for (const name of ['pause', 'stop', 'never']) await act(name);
    expect(await told()).toBe(before);
    const apart = await sql<{ action: string }>(
      'select action from audit where subject_id = $1 and organization_id is null order by id',
      [ana.personId],
    );
    expect(apart.map(({ action }) => action)).toEqual(['introductions.paused', 'introductions.stopped']);
  });

  it('never 10: looking changes nothing, whatever the link says, and a button does (control)', async () => {
    const kept = () =>
      sql(
        `select consent, version, (select count(*) from blocks), (select count(*) from mail_stops),
           (select introductions_paused_until from people p where p.id = s.person_id)
         from introduction_sides s where introduction_id = $1 order by id`,
        [pair],
      );
    const before = await kept();
    for (const query of ['', '?answer=yes', '?answer=no', '?act=never', '?act=pause'])
      for (const method of ['get', 'head'] as const)
        await evening.api.http[method](`${path}${query}`).expect(200);
    for (const below of ['/act', '/act?act=never']) await evening.api.http.get(`${path}${below}`).expect(404);
    expect(await kept()).toEqual(before);
    await post({ answer: 'yes' });
    expect(await kept()).not.toEqual(before);
  });

  it('does nothing for a form of another site or an act that is none', async () => {
    await evening.api.http.post(`${path}/act`).type('form').send({ act: 'never' }).expect(403);
    expect((await act('constructor')).status).toBe(404);
    expect(await sideOf(ana)).toMatchObject({ consent: 'asked' });
  });
});

describe('the link', () => {
  it('opens for nobody when it is forged or over, nor with the link of another purpose', async () => {
    const forged = `${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`;
    await evening.api.http.get(forged).set('accept', 'text/html').expect(410);
    const { organizationId, api } = evening;
    const followUp = await api.db.write({ kind: 'system' }, (tx) =>
      handleFor(tx, api.config.keys, {
        purpose: 'follow-up',
        organizationId,
        personId: ana.personId,
        subjectId: organizationId,
        expiresAt: null,
      }),
    );
    await api.http.get(`/ask/${followUp}`).set('accept', 'text/html').expect(410);
    await evening.pass('2026-10-28T10:00');
    await api.http.get(path).set('accept', 'text/html').expect(410);
  });
});

describe('two taps at once', () => {
  it('a yes and "never this person" end in a no, whichever comes first', async () => {
    await evening.answer(ben, pair, 'yes');
    await Promise.all([post({ answer: 'yes' }), act('never'), post({ answer: 'yes' })]);
    expect(await stateOf()).toBe('closed quietly');
    expect(await sideOf(ana)).toMatchObject({ consent: 'no' });
    await evening.pass('2026-11-06T12:00');
    expect(await evening.sent('introduction')).toEqual([]);
  });
});

describe('never 1: the pages of a dead pair and of a living one are the same bytes', () => {
  /** Everything Ben does on his page after something happened to Ana; tokens by order of appearance. */
  async function benSees(
    fate: () => Promise<unknown>,
  ): Promise<{ pages: string[]; state: string | undefined }> {
    await fate();
    path = await evening.askPath(ben, pair);
    const pages = [await look()];
    for (const name of ['pause', 'resume', 'stop', 'resume']) {
      await act(name);
      pages.push(await look());
    }
    pages.push((await post({ answer: 'yes', contact: '555 0100', step: 'call' })).text, await look());
    const state = await stateOf();
    pages.push((await post({ answer: 'no', reason: 'No time' })).text);
    await act('never');
    pages.push(await look());
    return { pages: pages.map(neutral), state };
  }
  const neutral = (text: string): string => {
    const names = new Map<string, string>();
    return text.replace(
      /(?<=\/ask\/)[0-9a-f.]+|(?<=name="formToken" value=")[^"]+|Guild \d+/g,
      (found) => names.get(found) ?? names.set(found, `#${names.size}`).get(found) ?? '',
    );
  };
  const afresh = async () => {
    evening = await nextEvening(first);
    const profile = { crafts: ['mixing'], namedInAsks: true, preferredStep: 'coffee' as const };
    [ana, ben] = [
      await evening.guest({ name: 'Ana Lind', profile }),
      await evening.guest({ name: 'Ben Ode', profile }),
    ];
    pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    path = await evening.askPath(ana, pair);
  };
  const yesAnd = async (statement: string) => {
    await post({ answer: 'yes' });
    await sql(statement, [ana.personId]);
  };
  const fates: [string, () => Promise<unknown>][] = [
    ['said no', () => post({ answer: 'no', reason: 'No' })],
    ['wants never to meet him', () => act('never')],
    ['said yes and is erased', () => yesAnd('update people set erased_at = app_now() where id = $1')],
    [
      'said yes and opted out',
      () => yesAnd('update consents set withdrawn_at = app_now() where person_id = $1'),
    ],
  ];

  it.each(fates)(
    'when she %s',
    async (_, fate) => {
      const living = await benSees(() => post({ answer: 'yes' }));
      await afresh();
      const dead = await benSees(fate);
      expect(dead.pages).toEqual(living.pages);
      // The control: what is true differs, so a page made of it would be seen here.
      expect([living.state, dead.state]).toEqual(['agreed', 'closed quietly']);
    },
    patience,
  );
});
