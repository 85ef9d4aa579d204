import { Database, type Handle, type Keys, type Tx, openHandle, personById, record } from '#libs/database';
import { Organization, found, inOrganization, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

export const mailTopics = ['introductions', 'events', 'all'] as const;
export type MailTopic = (typeof mailTopics)[number];

/** What a word in a link or a form stands for; anything unknown stops everything, because whoever asks wants less mail. */
export const topicOf = (text: unknown): MailTopic => mailTopics.find((topic) => topic === text) ?? 'all';

const day = 24 * 60 * 60_000;
/** Three months. */
const pauseDays = 91;

export interface MailStops {
  organizationName: string;
  organizationAccent: string | null;
  stopped: readonly MailTopic[];
  /** Until when introductions are paused, whoever hosts; null when they are not. */
  pausedUntil: Date | null;
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
      const { introductionsPausedUntil } = await personById(reader, personId);
      const paused = introductionsPausedUntil !== null && introductionsPausedUntil > reader.now;
      return {
        organizationName: organization.name,
        organizationAccent: organization.accent,
        stopped: stops.map(({ topic }) => topic),
        pausedUntil: paused ? introductionsPausedUntil : null,
      };
    });
  }

  /** Stopping what is stopped is harmless. @throws DomainError link-unusable */
  stop(token: string, topic: MailTopic): Promise<void> {
    return this.change(token, 'mail.stopped', { topic }, (tx, { personId, organizationId }) =>
      tx.query(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [newId(), personId, organizationId, topic, tx.now],
      ),
    );
  }

  /** No introductions for a while, whoever hosts. @throws DomainError link-unusable */
  pause(token: string): Promise<void> {
    return this.change(token, 'introductions.paused', { days: pauseDays }, (tx, { personId }) =>
      tx.query('update people set introductions_paused_until = $2 where id = $1', [
        personId,
        new Date(tx.now.getTime() + pauseDays * day),
      ]),
    );
  }

  /** Mail of this organization may come again, and a pause is over. @throws DomainError link-unusable */
  resume(token: string): Promise<void> {
    return this.change(token, 'mail.resumed', {}, async (tx, { personId, organizationId }) => {
      await tx.query('delete from mail_stops where person_id = $1 and organization_id = $2', [
        personId,
        organizationId,
      ]);
      await tx.query('update people set introductions_paused_until = null where id = $1', [personId]);
    });
  }

  private async change(
    token: string,
    action: string,
    codes: Record<string, string | number>,
    work: (tx: Tx, handle: Handle) => Promise<unknown>,
  ): Promise<void> {
    const handle = await this.open(token);
    const actor = { kind: 'person', id: handle.personId } as const;
    // Not in the organization's scope: its activity is read by its staff, to whom an opt-out must look like silence.
    await this.db.write({ kind: 'installation' }, async (tx) => {
      await work(tx, handle);
      await record(tx, actor, action, handle.personId, codes);
    });
  }

  private open(token: string): Promise<Handle> {
    return this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'unsubscribe', token),
    );
  }
}
