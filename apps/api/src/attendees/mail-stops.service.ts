import { Database, type Handle, type Keys, openHandle, record } from '#libs/database';
import { Organization, found, inOrganization, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

export const mailTopics = ['introductions', 'events', 'all'] as const;
export type MailTopic = (typeof mailTopics)[number];

/** What a word in a link or a form stands for; anything unknown stops everything, because whoever asks wants less mail. */
export const topicOf = (text: unknown): MailTopic => mailTopics.find((topic) => topic === text) ?? 'all';

export interface MailStops {
  organizationName: string;
  organizationAccent: string | null;
  stopped: readonly MailTopic[];
}

/** Stopping mail of one organization by a link that needs no sign-in and never expires (rule 9). */
@Injectable()
export class MailStopsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async look(token: string): Promise<MailStops> {
    const { organizationId, personId } = await this.open(token);
    return this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => {
      const organization = found(await reader.one(Organization, { id: organizationId }));
      const stops = await reader.query<{ topic: MailTopic }>(
        'select topic from mail_stops where person_id = $1 and organization_id = $2',
        [personId, organizationId],
      );
      return {
        organizationName: organization.name,
        organizationAccent: organization.accent,
        stopped: stops.map(({ topic }) => topic),
      };
    });
  }

  /** Stopping what is stopped is harmless. @throws DomainError link-unusable */
  async stop(token: string, topic: MailTopic): Promise<void> {
    await this.change(token, topic, 'mail.stopped', [
      `insert into mail_stops (id, person_id, organization_id, topic, created_at)
       select $4, $1, $2, $3, app_now() on conflict do nothing`,
      newId(),
    ]);
  }

  /** Mail of this organization may come again. @throws DomainError link-unusable */
  async resume(token: string): Promise<void> {
    await this.change(token, 'all', 'mail.resumed', [
      "delete from mail_stops where person_id = $1 and organization_id = $2 and (topic = $3 or $3 = 'all')",
    ]);
  }

  private async change(
    token: string,
    topic: MailTopic,
    action: string,
    [statement, ...values]: [string, ...string[]],
  ): Promise<void> {
    const { organizationId, personId } = await this.open(token);
    const actor = { kind: 'person', id: personId } as const;
    await this.db.write(inOrganization(organizationId, actor), async (tx) => {
      await tx.query(statement, [personId, organizationId, topic, ...values]);
      await record(tx, actor, action, personId, { topic });
    });
  }

  private open(token: string): Promise<Handle> {
    return this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'unsubscribe', token),
    );
  }
}
