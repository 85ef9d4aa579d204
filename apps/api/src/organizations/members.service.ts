import {
  Database,
  type Tx,
  bumpSessionEpoch,
  personByEmail,
  record,
  spend,
  unansweredMails,
} from '#libs/database';
import { DomainError, Member, type Role, found, newId } from '#libs/domain';
import { post } from '#libs/mail';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { MemberChange, MemberInput } from './organizations.dto.ts';
import { type MemberRow, readMember, readMembers } from './organizations.queries.ts';

/** Anybody may found organizations, so mail to strangers is counted by who sends it, over all of theirs. */
const addedPerPersonAndHour = 30;

@Injectable()
export class MembersService {
  constructor(private readonly db: Database) {}

  list(member: Member): Promise<MemberRow[]> {
    return this.db.read(member.scope, (reader) => readMembers(reader, member.organizationId));
  }

  /**
   * Adds a person by address and tells them by mail, unless that address has its fill of unanswered ones.
   * @throws DomainError already-a-member, too-many-requests, and what `limitedTo` throws
   */
  add(member: Member, input: MemberInput): Promise<MemberRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const eventIds = await limitedTo(tx, organizationId, input);
      if (!(await spend(tx, `members:${member.personId}`, addedPerPersonAndHour)))
        throw new DomainError('too-many-requests');
      const person = await personByEmail(tx, input.email);
      const id = newId();
      const inserted = await tx.query(
        `insert into members (id, organization_id, person_id, role, event_ids, created_at)
         values ($1, $2, $3, $4, $5::uuid[], $6) on conflict (organization_id, person_id) do nothing returning id`,
        [id, organizationId, person.id, input.role, eventIds, tx.now],
      );
      if (inserted.length === 0) throw new DomainError('already-a-member');
      if (await spend(tx, unansweredMails.key(person.id), unansweredMails.limit))
        await post(tx, [{ organizationId, kind: 'member-added', subjectId: id, personId: person.id }]);
      await record(tx, member.actor, 'member.added', id, { role: input.role });
      return found(await readMember(tx, organizationId, id));
    });
  }

  change(member: Member, memberId: string, change: MemberChange): Promise<MemberRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const before = found(await readMember(tx, organizationId, memberId));
      const eventIds = await limitedTo(tx, organizationId, change);
      const changed = await tx.query(
        `${ownersLocked} update members set role = $3, event_ids = $4::uuid[]
         where organization_id = $1 and id = $2 and ($3::varchar = 'owner' or ${anotherOwnerStays}) returning id`,
        [organizationId, memberId, change.role, eventIds],
      );
      if (changed.length === 0) throw new DomainError('last-owner');
      await bumpSessionEpoch(tx, before.personId);
      await record(tx, member.actor, 'member.changed', memberId, { role: change.role });
      return found(await readMember(tx, organizationId, memberId));
    });
  }

  remove(member: Member, memberId: string): Promise<void> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const before = found(await readMember(tx, organizationId, memberId));
      const removed = await tx.query(
        `${ownersLocked} delete from members where organization_id = $1 and id = $2 and ${anotherOwnerStays} returning id`,
        [organizationId, memberId],
      );
      if (removed.length === 0) throw new DomainError('last-owner');
      await bumpSessionEpoch(tx, before.personId);
      await record(tx, member.actor, 'member.removed', memberId);
    });
  }
}

// The last owner stays, by one statement: it locks the owners first, so that of two who resign at once the second sees
// what the first has done. Without the lock each would count the other and both would go.
const ownersLocked = `with owners as materialized (
  select id from members where organization_id = $1 and role = 'owner' order by id for update)`;
const anotherOwnerStays = `exists (select 1 from owners where id <> $2)`;

/**
 * The events that a host or door is limited to, null for all.
 * @throws DomainError role-not-limitable, unknown-event, each pointing at `/eventIds`
 */
async function limitedTo(
  tx: Tx,
  organizationId: string,
  input: { role: Role; eventIds?: string[] | null },
): Promise<string[] | null> {
  if (input.eventIds === undefined || input.eventIds === null) return null;
  const eventIds = [...new Set(input.eventIds)];
  if (input.role !== 'host' && input.role !== 'door') throw faultAtEvents('role-not-limitable');
  const [row] = await tx.query<{ known: number }>(
    'select count(*)::int as known from events where organization_id = $1 and id = any($2::uuid[])',
    [organizationId, eventIds],
  );
  if (row?.known !== eventIds.length) throw faultAtEvents('unknown-event');
  return eventIds;
}

const faultAtEvents = (code: 'role-not-limitable' | 'unknown-event'): DomainError =>
  new DomainError(code, [{ pointer: '/eventIds', detail: words.problems[code] }]);
