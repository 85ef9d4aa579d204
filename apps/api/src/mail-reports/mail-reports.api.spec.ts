import { returnPathOf } from '#libs/database';
import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';
import { lines, postfix, yahoo } from '../../../../test/support/returned-mails.ts';
import { bounceOf, makeMail } from '../../../../test/support/sent-mails.ts';
import { signatureOf } from './report-signature.ts';

const url = '/api/v1/mail-reports';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Signing {
  secret?: string;
  /** Seconds that its clock is ahead of ours. */
  ahead?: number;
  /** What is signed, where it is not what is sent. */
  signed?: string;
}

function headerFor(body: string | Buffer, { secret, ahead = 0 }: Signing = {}): string {
  const at = String(Math.floor(Date.now() / 1000) + ahead);
  const key = secret ?? api.config.mailWebhookSecret ?? '';
  return `t=${at},v1=${signatureOf(key, at, Buffer.from(body)).toString('hex')}`;
}

function send(events: unknown, signing: Signing = {}) {
  const body = JSON.stringify({ events });
  return api.http
    .post(url)
    .set('content-type', 'application/json')
    .set('acquaint-signature', headerFor(signing.signed ?? body, signing))
    .send(body);
}

const sendMessage = (bytes: Buffer, header = headerFor(bytes)) =>
  api.http
    .post(`${url}/message`)
    .set('content-type', 'message/rfc822')
    .set('acquaint-signature', header)
    .send(bytes.toString('latin1'));

async function makeSent() {
  const organization = await makeOrganization(api.database);
  const person = await makePerson(api.database);
  const id = await makeMail(api.database, { organizationId: organization.id, person });
  return { id, organization, person, returnPath: returnPathOf(api.config.keys, id, 'bounces@guild.example') };
}

describe('what a mail provider tells', () => {
  it('of bounces and complaints is taken in, one by one', async () => {
    const [gone, full, spam] = [await makeSent(), await makeSent(), await makeSent()];
    const { body } = await send([
      { type: 'bounce', returnPath: gone.returnPath, status: '5.1.1' },
      { type: 'bounce', messageId: `<${full.id}@example.org>` },
      { type: 'complaint', returnPath: spam.returnPath },
      { type: 'bounce', messageId: `<${newId()}@example.org>`, status: '5.1.1' },
      { type: 'complaint', returnPath: 'somebody@example.org' },
      { type: 'complaint' },
    ]).expect(200);
    expect(body).toEqual({ outcomes: ['hard', 'soft', 'complaint', 'forged', 'forged', 'forged'] });
    expect(await Promise.all([gone, full, spam].map(({ id }) => bounceOf(api.database, id)))).toEqual([
      'hard',
      'soft',
      'complaint',
    ]);
  });

  it('twice, word for word, counts once', async () => {
    const { returnPath } = await makeSent();
    const events = [{ type: 'bounce', returnPath, status: '4.2.2' }];
    await send(events).expect(200, { outcomes: ['soft'] });
    await send(events).expect(200, { outcomes: ['known'] });
  });

  it('may also be the report itself, or the complaint', async () => {
    const [gone, spam] = [await makeSent(), await makeSent()];
    await sendMessage(postfix({ path: gone.returnPath, recipient: gone.person.email })).expect(200, {
      outcomes: ['hard'],
    });
    await sendMessage(yahoo({ path: spam.returnPath })).expect(200, { outcomes: ['complaint'] });
  });

  it('of a complaint stops mail of that organization, and its reader takes that back, signed in', async () => {
    const { organization, person, returnPath } = await makeSent();
    const cookie = await api.cookieOf(person.id);
    const page = async () => (await api.http.get('/me/mail').set('cookie', cookie).expect(200)).text;
    const button = (act: string) => new RegExp(`action="/me/mail/${act}"[^]*?value="all"`);
    await sendMessage(yahoo({ path: returnPath })).expect(200, { outcomes: ['complaint'] });
    const stops = () =>
      api.database.sql('select organization_id as id, topic from mail_stops where person_id = $1', [
        person.id,
      ]);
    expect(await stops()).toEqual([{ id: organization.id, topic: 'all' }]);
    expect(await page()).toContain(organization.name);
    expect(await page()).toMatch(button('resume'));
    const form = { organization: organization.id, topic: 'all' };
    await submit(api, '/me/mail', '/me/mail/resume', form, cookie);
    expect(await stops()).toEqual([]);
    // The same complaint once more is old news.
    await sendMessage(yahoo({ path: returnPath })).expect(200, { outcomes: ['known'] });
    expect(await stops()).toEqual([]);
  });

  it('as a message that is no report is refused', async () => {
    const { body } = await sendMessage(lines('From: Ana <ana@example.org>', '', 'Hello')).expect(422);
    expect(body.code).toBe('not-well-formed');
  });

  it.each([
    ['a type that is none', [{ type: 'opened', messageId: 'x' }]],
    ['a field that is none', [{ type: 'bounce', email: 'ana@example.org' }]],
    ['too many at once', Array.from({ length: 201 }, () => ({ type: 'complaint' }))],
    ['no list', 'everything'],
  ])('in a shape with %s is refused', async (_, events) => {
    await send(events).expect(422);
  });
});

describe('the signature', () => {
  const complaintOf = async () => {
    const sent = await makeSent();
    return { ...sent, events: [{ type: 'complaint', returnPath: sent.returnPath }] };
  };

  it.each<[string, Signing]>([
    ['with another secret', { secret: 'another-secret-of-thirty-two-or-more' }],
    ['of another body', { signed: '{"events":[]}' }],
    ['of six minutes ago', { ahead: -360 }],
    ['of six minutes ahead', { ahead: 360 }],
  ])('%s lets nothing in', async (_, signing) => {
    const { id, events } = await complaintOf();
    const { body } = await send(events, signing).expect(401);
    expect([body.code, await bounceOf(api.database, id)]).toEqual(['signature-wrong', null]);
  });

  it.each([undefined, '', 't=1', 't=1,v1=00', `t=now,v1=${'0'.repeat(64)}`])(
    'as %p lets nothing in',
    async (header) => {
      const { id, events } = await complaintOf();
      const request = api.http.post(url).send({ events });
      if (header !== undefined) request.set('acquaint-signature', header);
      await request.expect(401);
      expect(await bounceOf(api.database, id)).toBeNull();
    },
  );

  it('of a message is of its bytes', async () => {
    const { returnPath, person } = await makeSent();
    const bytes = postfix({ path: returnPath, recipient: person.email });
    await sendMessage(bytes, headerFor('something else')).expect(401);
  });

  it('is asked for before anything is read', async () => {
    await api.http.post(url).send({ events: 'nonsense' }).expect(401);
  });

  it('of four minutes ago is good, also when product time is far ahead (control)', async () => {
    await api.setTime('2031-01-01T12:00:00Z');
    await send((await complaintOf()).events, { ahead: -240 }).expect(200, { outcomes: ['complaint'] });
  });
});
