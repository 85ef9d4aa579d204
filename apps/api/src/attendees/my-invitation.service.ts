import {
  Database,
  type Handle,
  type Keys,
  type Reader,
  type Tx,
  admissionOf,
  confirmPerson,
  forgive,
  handleFor,
  meetFormerSelves,
  openDesks,
  openHandle,
  personById,
  record,
  seatNewcomers,
  unansweredMails,
} from '#libs/database';
import {
  type Actor,
  type Admission,
  Attendee,
  DomainError,
  Event,
  Invitation,
  type ProfileInput,
  type Scope,
  found,
  handleEnd,
  inOrganization,
  refuseUnlessInvitable,
} from '#libs/domain';
import type { Language } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { PublicEventsService } from '../events/public-events.service.ts';
import { Settings } from '../settings.ts';
import { type RsvpInput, typedOf } from './rsvp.dto.ts';

/**
 * What can be done with an invitation. `answered`: they have an RSVP, which has a page of its own; `ahead`: registration is
 * not open yet; `refused`: barred, or declined at this event; the last three are over.
 */
export type InvitationStanding =
  'open' | 'ahead' | 'answered' | 'refused' | 'revoked' | 'event-cancelled' | 'closed';

export interface MyInvitation {
  personId: string;
  /** Where it was sent to. */
  email: string;
  /** What they said of themself at their last RSVP: the link proves the address. */
  kept: ProfileInput;
  /** The member who invited; null when they have no name or are none any more. */
  inviter: string | null;
  standing: InvitationStanding;
  /** They said no, which they can take back. */
  saidNo: boolean;
  event: Awaited<ReturnType<PublicEventsService['bySlug']>>;
}

/** An invitation from the side of whom it was sent to: the link in the mail is the proof of the address. */
@Injectable()
export class MyInvitationService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    private readonly events: PublicEventsService,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** Changes nothing. @throws DomainError link-unusable */
  async look(token: string): Promise<MyInvitation> {
    const { scope, personId, invitationId } = await this.open(token);
    const { slug, ...mine } = await this.db.read(scope, async (reader) => {
      const invitation = found(await reader.one(Invitation, { id: invitationId, personId }));
      const { eventId, organizationId } = invitation;
      const event = found(await reader.one(Event, { id: eventId, organizationId }));
      const attendee = await reader.one(Attendee, { eventId, organizationId, personId });
      const admission = await admissionOf(reader, organizationId, eventId, personId);
      const person = await personById(reader, personId);
      return {
        slug: event.slug,
        email: person.email,
        kept: person.profile,
        inviter: await inviterOf(reader, invitation),
        standing: standingOf(invitation, event, attendee, admission, reader.now),
        saidNo: invitation.state === 'declined',
      };
    });
    return { ...mine, personId, event: await this.events.bySlug(slug) };
  }

  /**
   * Yes: the RSVP of a proven address that passes the gates of invitation and approval. A no that was said before is
   * taken back; an RSVP that lives is left as it is.
   * @param asked the language of the page they answer on
   * @returns the token of their page
   * @throws DomainError link-unusable, invitation-over, questions-unanswered, and the gates that stay
   */
  async accept(token: string, input: RsvpInput, asked: Language | null): Promise<string> {
    const { scope, personId, invitationId } = await this.open(token);
    return this.db.write(scope, async (tx) => {
      const invitation = found(await tx.one(Invitation, { id: invitationId, personId }));
      const { eventId, organizationId } = invitation;
      await confirmPerson(tx, personId, { name: input.name, asked });
      await meetFormerSelves(tx, this.keys, [await personById(tx, personId)]);
      // The counter row before the invitation, as everything that seats people takes them.
      await openDesks(tx, [eventId]);
      if (invitation.state !== 'accepted') {
        const locked = found(await tx.locked(Invitation, { id: invitationId, personId }));
        locked.reopen();
        await tx.save(locked);
      }
      const newcomer = { organizationId, eventId, personId, proven: true, answers: input.answers ?? {} };
      const [seated] = await seatNewcomers(tx, [{ ...newcomer, typed: typedOf(input, true) }]);
      if (seated instanceof DomainError) throw seated;
      await forgive(tx, unansweredMails.key(personId));
      return this.pageOf(tx, found(seated));
    });
  }

  /** The token of the page of their RSVP. @throws DomainError link-unusable, not-found when there is none */
  async rsvpOf(token: string): Promise<string> {
    const { scope, personId, invitationId } = await this.open(token);
    return this.db.write(scope, async (tx) => {
      const { eventId, organizationId } = found(await tx.one(Invitation, { id: invitationId, personId }));
      return this.pageOf(tx, found(await tx.one(Attendee, { eventId, organizationId, personId })));
    });
  }

  /**
   * No, thank you. Saying it again changes nothing; somebody with an RSVP cancels that instead.
   * @throws DomainError link-unusable, invitation-over, changed-meanwhile
   */
  async decline(token: string): Promise<void> {
    const { scope, actor, personId, invitationId } = await this.open(token);
    await this.db.write(scope, async (tx) => {
      const invitation = found(await tx.locked(Invitation, { id: invitationId, personId }));
      if (invitation.state === 'declined') return;
      const { eventId, organizationId } = invitation;
      const attendee = await tx.one(Attendee, { eventId, organizationId, personId });
      if (hasAnswered(attendee)) throw new DomainError('changed-meanwhile');
      invitation.decline();
      await tx.save(invitation);
      await record(tx, actor, 'invitation.declined', invitation.id);
    });
  }

  private async pageOf(
    tx: Tx,
    { organizationId, personId, eventId, id: subjectId }: Attendee,
  ): Promise<string> {
    const { endsAt } = found(await tx.one(Event, { id: eventId, organizationId }));
    const expiresAt = handleEnd(endsAt);
    return handleFor(tx, this.keys, { purpose: 'rsvp', organizationId, personId, subjectId, expiresAt });
  }

  private async open(
    token: string,
  ): Promise<{ scope: Scope; actor: Actor; personId: string; invitationId: string }> {
    const { organizationId, personId, subjectId }: Handle = await this.db.read(
      { kind: 'installation' },
      (reader) => openHandle(reader, this.keys, 'invitation', token),
    );
    const actor = { kind: 'person', id: personId } as const;
    return { scope: inOrganization(organizationId, actor), actor, personId, invitationId: subjectId };
  }
}

/** An RSVP comes first: whoever has one finds their way to it by this link too, whatever became of the invitation. */
function standingOf(
  invitation: Invitation,
  event: Event,
  attendee: Attendee | null,
  { barred }: Admission,
  now: Date,
): InvitationStanding {
  if (hasAnswered(attendee)) return 'answered';
  if (invitation.state === 'revoked') return 'revoked';
  if (event.state === 'cancelled') return 'event-cancelled';
  if (isClosed(event, now)) return 'closed';
  if (barred || attendee?.status === 'declined') return 'refused';
  return event.opensAt !== null && now < event.opensAt ? 'ahead' : 'open';
}

/** A hold is an address that nobody has proven yet, so it is no answer. */
const hasAnswered = (attendee: Attendee | null): boolean =>
  attendee !== null && attendee.isLive && attendee.status !== 'held';

function isClosed(event: Event, now: Date): boolean {
  try {
    refuseUnlessInvitable(event, now);
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

async function inviterOf(reader: Reader, { organizationId, invitedBy }: Invitation): Promise<string | null> {
  const [member] = await reader.query<{ name: string | null }>(
    `select p.name from members m join people p on p.id = m.person_id
     where m.organization_id = $1 and m.person_id = $2`,
    [organizationId, invitedBy],
  );
  return member?.name ?? null;
}
