import { type Tx, spendMany, unansweredMails } from '#libs/database';

/**
 * The invitations nobody answered, whose people know of the event only by their mail. Addresses that never answered hear
 * of it within their three mails of this hour (rule 13); that their organization wrote to them at all was paid for when
 * they were invited. Called behind the lock of the counter row, as everything that spends budgets.
 */
export async function readInvitedToTell(
  tx: Tx,
  organizationId: string,
  eventId: string,
): Promise<{ id: string; personId: string }[]> {
  const invited = await tx.query<{ id: string; personId: string; confirmed: boolean }>(
    `select i.id, i.person_id as "personId", p.confirmed_at is not null as confirmed
     from invitations i join people p on p.id = i.person_id
     where i.event_id = $1 and i.organization_id = $2 and i.state = 'live'
       and not exists (select from attendees a where a.event_id = i.event_id and a.person_id = i.person_id
         and a.status not in ('cancelled', 'held'))`,
    [eventId, organizationId],
  );
  const unanswered = invited.filter(({ confirmed }) => !confirmed);
  const may = await spendMany(
    tx,
    unanswered.map(({ personId }) => unansweredMails.key(personId)),
    unansweredMails.limit,
  );
  const tired = new Set(unanswered.filter((_, at) => may[at] !== true));
  return invited.filter((row) => !tired.has(row));
}
