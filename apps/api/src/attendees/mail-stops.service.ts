import {
  Database,
  type Handle,
  type Keys,
  type Reader,
  type Tx,
  handleFor,
  isTokenOfNothing,
  openHandle,
  pauseForMonths,
  personById,
  recordApart,
  tokenOfNothing,
} from '#libs/database';
import { DomainError, Organization, found, inOrganization, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

export const mailTopics = [
  'introductions',
  'follow-ups',
  'events',
  'reminders',
  'announcements',
  'mornings',
  'circles',
  'digests',
  'all',
] as const;
export type MailTopic = (typeof mailTopics)[number];

/** What a word in a link or a form stands for; anything unknown stops everything, because whoever asks wants less mail. */
export const topicOf = (text: unknown): MailTopic => mailTopics.find((topic) => topic === text) ?? 'all';

export interface MailStops {
  organizationName: string;
  organizationAccent: string | null;
  /** What the person stopped: for their own signed-in eyes. Null to anybody else who holds the link. */
  own: OwnStops | null;
}

export interface OwnStops {
  stopped: readonly MailTopic[];
  /** Until when introductions are paused, whoever hosts; null when they are not. */
  pausedUntil: Date | null;
}

/** Not in the organization's scope: its activity is read by its staff, to whom an opt-out must look like silence. */
const apart = { kind: 'installation' } as const;

/** How long what a link has just stopped may come again from the page that answers it. */
const resumeMinutes = 15;

/**
 * Stopping mail of one organization by a link that needs no sign-in and never expires (rule 9). Whoever answers or passes on a
 * mail gives the link away with it, so it stops and nothing else: what was stopped it tells to nobody, and what the person
 * stopped themself it does not take back.
 */
@Injectable()
export class MailStopsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @param viewerId who is signed in @throws DomainError link-unusable */
  async look(token: string, viewerId: string | undefined): Promise<MailStops> {
    const { organizationId, personId } = await this.open('unsubscribe', token);
    return this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => {
      const organization = found(await reader.one(Organization, { id: organizationId }));
      return {
        organizationName: organization.name,
        organizationAccent: organization.accent,
        own: viewerId === personId ? await ownStops(reader, organizationId, personId) : null,
      };
    });
  }

  /**
   * Stopping what is stopped is harmless, and leaves no row behind however often it is done.
   * @returns a token that takes back what this has stopped, and nothing that was stopped before
   * @throws DomainError link-unusable
   */
  stop(token: string, topic: MailTopic): Promise<string> {
    return this.change(token, async (tx, { personId, organizationId }) => {
      const [made] = await tx.query<{ id: string }>(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
        [newId(), personId, organizationId, topic, tx.now],
      );
      if (made === undefined) return null;
      await recordApart(tx, { kind: 'person', id: personId }, 'mail.stopped', personId, { topic });
      return made.id;
    });
  }

  /** No introductions for a while, whoever hosts; a longer pause stays. @returns as `stop` @throws DomainError link-unusable */
  pause(token: string): Promise<string> {
    return this.change(token, async (tx, { personId }) => {
      const { introductionsPausedUntil } = await personById(tx, personId);
      const wasPaused = introductionsPausedUntil !== null && introductionsPausedUntil > tx.now;
      await pauseForMonths(tx, personId);
      if (wasPaused) return null;
      await recordApart(tx, { kind: 'person', id: personId }, 'introductions.paused', personId);
      return personId;
    });
  }

  /** Takes back what one press has stopped. @param resumeToken of `stop` or `pause` @throws DomainError link-unusable */
  async takeBack(token: string, resumeToken: string): Promise<void> {
    const { personId } = await this.open('unsubscribe', token);
    if (isTokenOfNothing(this.keys, personId, resumeToken, resumeMinutes)) return;
    const made = await this.open('resume', resumeToken);
    if (made.personId !== personId) throw new DomainError('link-unusable');
    await this.write('mail.resumed', personId, async (tx) => {
      if (made.subjectId === personId) await endPause(tx, personId);
      else
        await tx.query('delete from mail_stops where id = $1 and person_id = $2', [made.subjectId, personId]);
    });
  }

  /** Mail of this organization may come again, and a pause is over. Only for the person themself. @throws DomainError link-unusable */
  async resume(token: string, viewerId: string | undefined): Promise<void> {
    const { organizationId, personId } = await this.open('unsubscribe', token);
    if (viewerId !== personId) throw new DomainError('link-unusable');
    await this.write('mail.resumed', personId, async (tx) => {
      await tx.query('delete from mail_stops where person_id = $1 and organization_id = $2', [
        personId,
        organizationId,
      ]);
      await endPause(tx, personId);
    });
  }

  /** @param work says by what id that which it made is found again; null when there was nothing to make */
  private async change(
    token: string,
    work: (tx: Tx, handle: Handle) => Promise<string | null>,
  ): Promise<string> {
    const handle = await this.open('unsubscribe', token);
    const { organizationId, personId } = handle;
    return this.db.write(apart, async (tx) => {
      const subjectId = await work(tx, handle);
      if (subjectId === null) return tokenOfNothing(this.keys, personId);
      return handleFor(tx, this.keys, {
        purpose: 'resume',
        organizationId,
        personId,
        subjectId,
        expiresAt: new Date(tx.now.getTime() + resumeMinutes * 60_000),
      });
    });
  }

  private write(action: string, personId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.db.write(apart, async (tx) => {
      await work(tx);
      await recordApart(tx, { kind: 'person', id: personId }, action, personId);
    });
  }

  private open(purpose: 'unsubscribe' | 'resume', token: string): Promise<Handle> {
    return this.db.read(apart, (reader) => openHandle(reader, this.keys, purpose, token));
  }
}

async function ownStops(reader: Reader, organizationId: string, personId: string): Promise<OwnStops> {
  const stops = await reader.query<{ topic: MailTopic }>(
    'select topic from mail_stops where person_id = $1 and organization_id = $2',
    [personId, organizationId],
  );
  const { introductionsPausedUntil } = await personById(reader, personId);
  const paused = introductionsPausedUntil !== null && introductionsPausedUntil > reader.now;
  return { stopped: stops.map(({ topic }) => topic), pausedUntil: paused ? introductionsPausedUntil : null };
}

const endPause = (tx: Tx, personId: string): Promise<unknown> =>
  tx.query('update people set introductions_paused_until = null where id = $1', [personId]);
