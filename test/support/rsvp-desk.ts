import { Attendee, found, inOrganization, system } from '#libs/domain';
import { type Tx, handleFor, mintGrant } from '#libs/database';
import type { Api } from './api.ts';
import { makeEvent, makeOrganization, makePerson } from './factories.ts';

export type Evening = Awaited<ReturnType<typeof makeEvent>>;

/** Opens a page as a new browser and sends the form there, with the cookie, the token and the digest it got. */
export async function submit(
  api: Api,
  page: string,
  action: string,
  fields: Record<string, string> = {},
  cookie = '',
) {
  const opened = await api.http.get(page).set('cookie', cookie);
  const cookies = (opened.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  const formToken = /name="formToken" value="([^"]+)"/.exec(opened.text)?.[1] ?? '';
  const seen = seenOn(opened.text);
  return api.http
    .post(action)
    .set('cookie', [cookie, ...cookies.map((one) => one.split(';')[0])].join('; '))
    .type('form')
    .send({ formToken, ...(seen !== null && { seen }), ...fields });
}

/** What the page behind a confirming link says it showed; null on any other. */
export const seenOn = (page: string): string | null => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? null;

/** What people do at the RSVP desk of one organization, and how things stand there. */
export class RsvpDesk {
  private constructor(
    private readonly api: Api,
    readonly organizationId: string,
  ) {}

  static async of(api: Api): Promise<RsvpDesk> {
    return new RsvpDesk(api, (await makeOrganization(api.database)).id);
  }

  evening(capacity = 10, given: object = {}): Promise<Evening> {
    return makeEvent(this.api.database, this.organizationId, { capacity, ...given });
  }

  inTx<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.api.db.write(inOrganization(this.organizationId, system), work);
  }

  /** By the form of the page, without a session. */
  rsvp(event: Evening, email: string, more: Record<string, string> = {}) {
    const fields = { name: 'Ines Okafor', email, ...more };
    return submit(this.api, `/e/${event.slug}`, `/e/${event.slug}/rsvp`, fields);
  }

  async signedIn(given: { email?: string; name?: string } = {}) {
    const person = await makePerson(this.api.database, given);
    return { ...person, cookie: await this.api.cookieOf(person.id) };
  }

  /** Straight to the api, as a program of a signed-in person would; answers with the path of their page by link. */
  async rsvpAs(
    event: Evening,
    person: { id: string; email: string; cookie: string; name: string },
    more: object = {},
  ): Promise<string> {
    const { body } = await this.api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .set('cookie', person.cookie)
      .send({ name: person.name, email: person.email, ...more })
      .expect(202);
    const subjectId = found((body as { manageUrl: string }).manageUrl.split('/').at(-1));
    const { organizationId, api } = this;
    const handle = {
      purpose: 'rsvp',
      organizationId,
      personId: person.id,
      subjectId,
      expiresAt: null,
    } as const;
    return `/my/${await this.inTx((tx) => handleFor(tx, api.config.keys, handle))}`;
  }

  /** The link of the newest mail that asks to confirm, as the worker would mint it. */
  async confirmLink(email: string): Promise<string> {
    const [mail] = await this.api.database.sql<{ subject_id: string }>(
      `select m.subject_id from mails m join people p on p.id = m.person_id
       where p.email = $1 and m.kind = 'rsvp-confirm' order by m.id desc limit 1`,
      [email],
    );
    return `/rsvp/confirm/${await this.inTx((tx) => mintGrant(tx, found(mail).subject_id))}`;
  }

  /** Presses the one button behind a link and answers with where that leads. */
  async press(path: string): Promise<string> {
    const { status, headers } = await submit(this.api, path, path);
    if (status !== 303) throw new Error(`The button of ${path} answered ${String(status)}`);
    return headers['location'] ?? '';
  }

  attendeesOf(event: Evening): Promise<Attendee[]> {
    return this.inTx((tx) =>
      tx.find(Attendee, { where: { eventId: event.id }, order: { createdAt: 'ASC' } }),
    );
  }

  async statusesOf(event: Evening): Promise<string[]> {
    return (await this.attendeesOf(event)).map(({ status }) => status);
  }

  /** The kinds of mail queued for an address, oldest first. */
  async mailsTo(email: string): Promise<string[]> {
    const mails = await this.api.database.sql<{ kind: string }>(
      'select m.kind from mails m join people p on p.id = m.person_id where p.email = $1 order by m.id',
      [email],
    );
    return mails.map(({ kind }) => kind);
  }
}
