import type { Tx } from '#libs/database';
import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import { slugChoices, slugOf } from '../slugs.ts';

const longest = 120;

/** The first free address made of a title: whoever claims one has it for ever, and no two ask in vain. */
export async function claimAddressFor(
  tx: Tx,
  organizationId: string,
  eventId: string,
  title: string,
): Promise<string> {
  for (const slug of slugChoices(slugOf(title, longest, 'event'))) {
    if (await claim(tx, organizationId, eventId, slug)) return slug;
  }
  throw new DomainError('address-taken');
}

/** @throws DomainError address-taken, pointing at `/slug`, when another event has or had this very address */
export async function claimAddress(
  tx: Tx,
  organizationId: string,
  eventId: string,
  wish: string,
): Promise<string> {
  const slug = slugOf(wish, longest, 'event');
  if (await claim(tx, organizationId, eventId, slug)) return slug;
  throw new DomainError('address-taken', [{ pointer: '/slug', detail: words.problems['address-taken'] }]);
}

/** True when the address is this event's from now on, or was already. */
async function claim(tx: Tx, organizationId: string, eventId: string, slug: string): Promise<boolean> {
  const claimed = await tx.query(
    `insert into event_slugs (slug, organization_id, event_id) values ($1, $2, $3)
     on conflict (slug) do nothing returning slug`,
    [slug, organizationId, eventId],
  );
  if (claimed.length > 0) return true;
  const own = await tx.query('select 1 from event_slugs where slug = $1 and event_id = $2', [slug, eventId]);
  return own.length > 0;
}
