import { handleFor, parseKeys } from '#libs/database';
import { found } from '#libs/domain';
import { type Api, testKeys } from './api.ts';
import { makeMember } from './factories.ts';
import type { Evening, RsvpDesk } from './rsvp-desk.ts';

export interface Outcome {
  address: string;
  outcome: string;
}

/** A host who invites, and the links of their mails. */
export class Host {
  private constructor(
    private readonly api: Api,
    private readonly desk: RsvpDesk,
    readonly cookie: string,
    readonly personId: string,
  ) {}

  static async of(api: Api, desk: RsvpDesk, role: 'host' | 'owner' | 'door' = 'host'): Promise<Host> {
    const { personId } = await makeMember(api.database, desk.organizationId, role);
    return new Host(api, desk, await api.cookieOf(personId), personId);
  }

  path(event: Evening, more = ''): string {
    return `/api/v1/organizations/${this.desk.organizationId}/events/${event.id}/invitations${more}`;
  }

  post(event: Evening, more = '', body: object = {}) {
    return this.api.http.post(this.path(event, more)).set('cookie', this.cookie).send(body);
  }

  async invite(event: Evening, emails: string | string[]): Promise<Outcome[]> {
    const { body } = await this.post(event, '', { emails }).expect(200);
    return (body as { addresses: Outcome[] }).addresses;
  }

  async list(event: Evening, query = '') {
    const { body } = await this.api.http.get(this.path(event, query)).set('cookie', this.cookie).expect(200);
    return body as {
      invitations: { id: string; email: string; state: string }[];
      counts: { open: number; accepted: number; declined: number; remindable: number };
      next: string | null;
    };
  }

  /** Of the invitation that came last. */
  async idOf(email: string): Promise<string> {
    const [row] = await this.api.database.sql<{ id: string }>(
      'select i.id from invitations i join people p on p.id = i.person_id where p.email = $1 order by i.id desc limit 1',
      [email],
    );
    return found(row).id;
  }

  async stateOf(email: string): Promise<string> {
    const id = await this.idOf(email);
    const [row] = await this.api.database.sql<{ state: string }>(
      'select state from invitations where id = $1',
      [id],
    );
    return found(row).state;
  }

  /** The page behind the link of the mail, as the worker would mint it. */
  async linkOf(email: string): Promise<string> {
    const subjectId = await this.idOf(email);
    const [person] = await this.api.database.sql<{ id: string }>('select id from people where email = $1', [
      email,
    ]);
    const { organizationId } = this.desk;
    const personId = found(person).id;
    const handle = { purpose: 'invitation', organizationId, personId, subjectId, expiresAt: null } as const;
    return `/invited/${await this.desk.inTx((tx) => handleFor(tx, parseKeys(testKeys), handle))}`;
  }
}
