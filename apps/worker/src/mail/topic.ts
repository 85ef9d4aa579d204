import type { Tx } from '#libs/database';
import type { Frame } from '#libs/mail';
import { type ClaimedMail, rulesOf } from './mail-row.ts';

type Topic = NonNullable<Frame['stop']>['topic'] | null;

/**
 * What the reader of a mail may stop it as. News of a seat is stopped by nobody who asked for that seat, and by whoever was put
 * on the list by others.
 */
export async function topicFor(tx: Tx, mail: ClaimedMail): Promise<Topic> {
  const { topic, listedTopic } = rulesOf(mail.kind);
  return listedTopic === undefined || (await hasAsked(tx, mail)) ? topic : listedTopic;
}

/** The subject is their RSVP, or a message to the people of one evening. */
async function hasAsked(tx: Tx, { subjectId, personId }: ClaimedMail): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from attendees a where a.person_id = $2 and a.own_word
       and (a.id = $1 or a.event_id = (select e.event_id from event_messages e where e.id = $1))`,
    [subjectId, personId],
  );
  return rows.length > 0;
}
