import { type MailKind, loggedTopics, mailKinds, mailTypes } from '#libs/mail';

/** Of an introduction after all, or of no organization. */
const apart: readonly MailKind[] = ['introduction-test', 'sign-in', 'mail-test'];

/** What an organization is told of (docs/decisions/0034). A new kind of another topic stays out until somebody decides. */
export const loggedKinds: readonly MailKind[] = mailKinds.filter(
  (kind) => loggedTopics.includes(mailTypes[kind].topic) && !apart.includes(kind),
);

export const mailFates = ['waiting', 'sent', 'returned', 'failed', 'unsure', 'dropped'] as const;
export type MailFate = (typeof mailFates)[number];

export const returnReasons = ['hard', 'soft', 'policy'] as const;
export type ReturnReason = (typeof returnReasons)[number];

export interface LastMail {
  kind: MailKind;
  at: string;
  fate: MailFate;
  reason: ReturnReason | null;
}

/** Others of the same kind that were written in the same moment: of one message, or of one go of invitations. */
const besides = `select from mails x join people xp on xp.id = x.person_id
  where x.created_at = m.created_at and x.kind = m.kind and x.organization_id = m.organization_id
    and x.id <> m.id and x.outcome is distinct from 'stopped'`;
const sameDomain = `split_part(xp.email, '@', 2) = (select split_part(mp.email, '@', 2) from people mp where mp.id = m.person_id)`;

/**
 * What one that its reader stopped is called. It took its turn at the mail server and ended when its words were to be sent, so what
 * became of words that were sent would tell it apart: they were refused, or came back, for what they say or for what we are.
 * Then it is called what the others are.
 */
const stoppedFate = `case
  when exists (${besides} and x.bounce_kind = 'policy' and ${sameDomain})
    and not exists (${besides} and x.state = 'sent' and x.bounce_kind is distinct from 'policy' and ${sameDomain}) then 'returned'
  when exists (${besides} and x.state = 'sent') then 'sent'
  when exists (${besides} and x.state = 'failed' and x.outcome like 'refused-%-message') then 'failed'
  when exists (${besides} and x.state <> 'failed' and x.outcome like 'refused-%-message') then 'waiting'
  else 'sent' end`;

/** What came of the mail `m`, as far as its organization may know. One to somebody who called another spam is like all others. */
export const mailFate = `case
  when m.state in ('queued', 'sending', 'handed') then 'waiting'
  when m.state = 'failed' then 'failed'
  when m.state = 'suppressed' then case when m.outcome in ('suppressed-address', 'address-unusable') then 'failed'
    when m.outcome = 'stopped' then ${stoppedFate} else 'dropped' end
  when m.bounce_kind in ('hard', 'soft', 'policy') then 'returned'
  else m.state end`;

/** The last mail to a person about an evening, by the SQL of their ids; one that was dropped says nothing of how they are reached. */
export const lastMailTo = (organizationId: string, eventId: string, personId: string): string => `
  select json_build_object('kind', m.kind, 'at', to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'fate', m.fate, 'reason', ${returnReason('m.fate')}) as mail
  from (select m.*, ${mailFate} as fate from mails m
    where m.person_id = ${personId} and m.organization_id = ${organizationId}
      and m.kind in (${loggedKinds.map((kind) => `'${kind}'`).join(', ')})
      and (m.state <> 'suppressed' or m.outcome in ('stopped', 'suppressed-address', 'address-unusable'))
      and ${eventOfMail} = ${eventId}
    order by m.created_at desc, m.id desc limit 1) m`;

/** Why it came back; `fate` is its fate. */
export const returnReason = (fate: string): string =>
  `case when ${fate} = 'returned' then coalesce(m.bounce_kind, 'policy') end`;

/** The evening of the mail `m`; a confirmation is about its link, which knows the RSVP. */
export const eventOfMail = `coalesce(
  (select event_id from attendees where id = m.subject_id),
  (select event_id from invitations where id = m.subject_id),
  (select event_id from critique_sessions where id = m.subject_id),
  (select event_id from submissions where id = m.subject_id),
  (select event_id from panel_people where id = m.subject_id),
  (select event_id from event_messages where id = m.subject_id),
  (select a.event_id from grants g join attendees a on a.id = g.subject_id where g.id = m.subject_id))`;
