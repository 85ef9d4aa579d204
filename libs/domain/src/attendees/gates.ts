import type { Event } from '../events/event.ts';
import { DomainError } from '../errors.ts';

/** What the organization knows about somebody who wants to come. */
export interface Admission {
  barred: boolean;
  invited: boolean;
  inAudience: boolean;
}

export const unknownPerson: Admission = { barred: false, invited: false, inAudience: false };

type GateEvent = Pick<Event, 'registration' | 'approval'>;

/**
 * The gates that are about the person, after those about the event (`refuseRsvpUnlessOpen`) and before the questions:
 * blocked, invitation needed, in the fixed order of product.md, RSVP rule 2. The first refusal wins.
 * @throws DomainError not-admitted, invitation-needed, audience-only
 */
export function refuseUnlessAdmitted(event: GateEvent, admission: Admission, declinedHere: boolean): void {
  if (admission.barred || declinedHere) throw new DomainError('not-admitted');
  if (admission.invited) return;
  if (event.registration === 'invitation') throw new DomainError('invitation-needed');
  if (event.registration === 'audience' && !admission.inAudience) throw new DomainError('audience-only');
}

/** Whether a host decides: an invitation bypasses approval (product.md, RSVP rule 9). */
export const needsApproval = (event: GateEvent, { invited }: Admission): boolean =>
  event.approval && !invited;
