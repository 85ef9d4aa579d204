import supertest from 'supertest';
import type { Api } from './api.ts';
import { deliverDue, sentMails } from './evening.ts';
import { type GivenEvent, makeEvent, makeMember, makeOrganization } from './factories.ts';

/** Somebody on a panel in a browser of their own, who came by the link of their mail. */
export class Panelist {
  private readonly browser: ReturnType<typeof supertest.agent>;

  constructor(
    api: Api,
    /** "/panelist/<token>". */
    readonly path: string,
  ) {
    this.browser = supertest.agent(api.url);
  }

  open(below = '') {
    return this.browser.get(`${this.path}${below}`).set('accept', 'text/html');
  }

  /** Presses a button of a page, with what stands in its fields. */
  async press(act: string, fields: Record<string, string> = {}) {
    const formToken = await this.token();
    return this.browser
      .post(`${this.path}/${act}`)
      .set('accept', 'text/html')
      .type('form')
      .send({ formToken, ...fields });
  }

  /** Sends a form that takes a file. */
  async send(
    act: string,
    fields: Record<string, string>,
    file?: { field: string; name: string; bytes: Buffer },
    headers: Record<string, string> = {},
  ) {
    const formToken = await this.token();
    return this.sendAs(formToken, act, fields, file, headers);
  }

  async sendAs(
    formToken: string,
    act: string,
    fields: Record<string, string>,
    file?: { field: string; name: string; bytes: Buffer },
    headers: Record<string, string> = {},
  ) {
    const request = this.browser
      .post(`${this.path}/${act}`)
      .set({ accept: 'text/html', ...headers })
      .field('formToken', formToken);
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    if (file !== undefined) void request.attach(file.field, file.bytes, file.name);
    return request;
  }

  private async token(): Promise<string> {
    const { text } = await this.open();
    const { text: form } = text.includes('name="formToken"') ? { text } : await this.open('/profile');
    return /name="formToken" value="([^"]+)"/.exec(form)?.[1] ?? '';
  }
}

/** An evening with a panel at 19:30 in a room, and its organizers. */
export async function makePanelHost(api: Api, given: { event?: GivenEvent; name?: string } = {}) {
  const organization = await makeOrganization(
    api.database,
    given.name === undefined ? {} : { name: given.name },
  );
  const event = await makeEvent(api.database, organization.id, given.event);
  const cookie = await api.cookieOf((await makeMember(api.database, organization.id, 'editor')).personId);
  const path = `/api/v1/organizations/${organization.id}/events/${event.id}`;
  const send = (method: 'post' | 'patch' | 'delete', below: string, body: object = {}) =>
    api.http[method](`${path}${below}`).set('cookie', cookie).send(body);
  const { body } = await send('post', '/panels', { topic: 'Foley after dark' }).expect(201);
  const panelId = body.id as string;
  await send('patch', `/panels/${panelId}`, { startsAfter: 90, minutes: 45, room: 'Stage B' }).expect(200);
  return {
    organization,
    event,
    cookie,
    path,
    panelId,
    send,
    /** Asks somebody, and opens the link of the mail. @returns them, with their id on the panel */
    ask: async (email: string, person: { name?: string; part?: 'moderator' | 'panelist' } = {}) => {
      const input = { name: 'Ines Okafor', part: 'panelist', ...person, email };
      const asked = await send('post', `/panels/${panelId}/people`, input).expect(201);
      await deliverDue(api);
      const mails = await sentMails(api, organization.id, 'panelist-invitation');
      const mail = mails.findLast(({ to }) => to === email);
      const link = /\/panelist\/[0-9a-f.]+/.exec(mail?.text ?? '')?.[0];
      if (link === undefined) throw new Error('No invitation came');
      return { id: asked.body.id as string, panelist: new Panelist(api, link) };
    },
    mails: (kind?: string) => sentMails(api, organization.id, kind),
  };
}
