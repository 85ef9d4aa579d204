import { Database, recordApart, topicsThatStop } from '#libs/database';
import { Organization, everyOrganization, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type MailTopic, mailTopics } from './mail-stops.service.ts';

export interface MyMail {
  /** Everything of everybody. */
  stoppedEverything: boolean;
  organizations: OrganizationMail[];
}

export interface OrganizationMail {
  id: string;
  name: string;
  /** Every topic that it may write about, 'all' first. */
  topics: TopicStop[];
}

export interface TopicStop {
  topic: MailTopic;
  isStopped: boolean;
  /** A wider topic that is stopped with it; then this one comes again only with that. */
  stoppedWith: MailTopic | null;
}

/** One switch: a topic of one organization, or (organization null) everything of everybody. */
export interface Switch {
  personId: string;
  organizationId: string | null;
  topic: MailTopic;
}

/**
 * Which mail a person wants, over all organizations; they alone read and change it. A switch says one thing, so that a page
 * that was left open takes back nothing that was stopped since.
 */
@Injectable()
export class MyMailService {
  constructor(private readonly db: Database) {}

  of(personId: string): Promise<MyMail> {
    return this.db.read(everyOrganization, async (reader) => {
      const organizations = await reader.query<{ id: string; name: string; isStaff: boolean }>(hearsFrom, [
        personId,
      ]);
      const stops = await reader.query<Stop>(
        'select organization_id as "organizationId", topic from mail_stops where person_id = $1',
        [personId],
      );
      return {
        stoppedEverything: stops.some(({ organizationId }) => organizationId === null),
        organizations: organizations.map(({ id, name, isStaff }) => ({
          id,
          name,
          topics: topicsOf(
            stops.filter(({ organizationId }) => organizationId === id),
            isStaff,
          ),
        })),
      };
    });
  }

  /** Stops it at once, also what is queued. Stopping what is stopped is harmless. @throws DomainError not-found */
  stop(which: Switch): Promise<void> {
    const { personId, organizationId, topic } = which;
    return this.db.write(everyOrganization, async (tx) => {
      if (organizationId !== null) found(await tx.one(Organization, { id: organizationId }));
      await tx.query(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [newId(), personId, organizationId, organizationId === null ? 'all' : topic, tx.now],
      );
      await recordApart(tx, { kind: 'person', id: personId }, 'mail.stopped', personId, { topic });
    });
  }

  /** Lets it come again. What else is stopped stays so. */
  resume({ personId, organizationId, topic }: Switch): Promise<void> {
    return this.db.write(everyOrganization, async (tx) => {
      await tx.query(
        `delete from mail_stops where person_id = $1 and organization_id is not distinct from $2
           and ($2::uuid is null or topic = $3)`,
        [personId, organizationId, topic],
      );
      await recordApart(tx, { kind: 'person', id: personId }, 'mail.resumed', personId, { topic });
    });
  }
}

interface Stop {
  organizationId: string | null;
  topic: MailTopic;
}

/** Whoever lists, invites or staffs the person, whose event they answered, whose mail they got or stopped. */
const hearsFrom = `
  select o.id, o.name, exists (select from members m where m.organization_id = o.id and m.person_id = $1) as "isStaff"
  from organizations o where o.id in (
    select organization_id from attendees where person_id = $1
    union select organization_id from invitations where person_id = $1
    union select organization_id from audience where person_id = $1
    union select organization_id from members where person_id = $1
    union select organization_id from handles where person_id = $1 and purpose = 'unsubscribe'
    union select organization_id from mail_stops where person_id = $1)
  order by o.name, o.id limit 500`;

/** Digests go to hosts only. */
function topicsOf(stops: readonly Stop[], isStaff: boolean): TopicStop[] {
  const stopped = new Set(stops.map(({ topic }) => topic));
  const shown = mailTopics.filter((topic) => topic !== 'digests' || isStaff || stopped.has(topic));
  return ['all' as const, ...shown.filter((topic) => topic !== 'all')].map((topic) => ({
    topic,
    isStopped: stopped.has(topic),
    stoppedWith:
      mailTopics.find(
        (wider) => wider !== topic && stopped.has(wider) && topicsThatStop(topic).includes(wider),
      ) ?? null,
  }));
}
