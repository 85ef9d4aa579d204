import { type AuditStep, Divergence, acts, callingActs, clockActs, must, ownActs } from './acts.ts';
import { type After, type Guest, Room, type Rules } from './room.ts';

/** How an evening ended: as the model has it, or as the tables do. */
export interface Standing {
  guests: Guest[];
  seats: {
    capacity: number;
    ceiling: number;
    taken: number;
    held: number;
    waiting: number;
    arrivals: number;
    version: number;
  };
  offers: { guestId: string; state: string; until: number }[];
}

/**
 * Replays the audit of one event in the order of its versions. Each step has to be one that docs/decisions/0007 allows as
 * things stand, and to lead to what its codes say; nobody is ever passed, no room oversold, and where a transaction ends
 * no seat is idle while somebody waits who would fit.
 */
export class Model {
  readonly room: Room;
  private transaction: AuditStep[] = [];
  /** Guest lists call nobody: what they leave idle stays so until something calls. */
  private idleByList = false;

  constructor(rules: Rules) {
    this.room = new Room(rules);
  }

  /** @throws Divergence with a sentence that names the step */
  apply(step: AuditStep): void {
    if (this.transaction[0] !== undefined && this.transaction[0].transaction !== step.transaction) this.end();
    this.transaction.push(step);
    naming(step, () => {
      this.take(step);
    });
  }

  /** The last transaction is over. @throws Divergence */
  end(): void {
    const last = this.transaction.at(-1);
    if (last === undefined) return;
    naming(last, () => {
      this.mustKeepOffersWhileOpen();
      this.mustLeaveNoSeatIdle(last.at);
    });
    this.transaction = [];
  }

  standing(): Standing {
    const { room } = this;
    const { capacity, ceiling, taken, held, arrivals, version } = room;
    return {
      guests: [...room.guests.values()],
      seats: { capacity, ceiling, taken, held, waiting: room.waiting.length, arrivals, version },
      offers: room.offers,
    };
  }

  private take(step: AuditStep): void {
    const { room } = this;
    must(step.version === room.version + 1, `version ${step.version} follows version ${room.version}`);
    room.version = step.version;
    if (!clockActs.includes(step.action))
      must(room.overdue(step.at).length === 0, 'somebody is still there whose time was over before');
    const own = ownActs[step.action];
    if (own !== undefined) own(room, step);
    else this.takeGuest(step);
    const { taken, ceiling } = room;
    must(taken <= ceiling, `the room is oversold: ${taken} seats are taken and ${ceiling} are allowed`);
  }

  private takeGuest(step: AuditStep): void {
    const { room } = this;
    const act = acts[step.action];
    must(act !== undefined, 'this is no act of the table');
    const guest = room.guest(step.subject);
    const after = act(room, guest, step);
    mustBeAsWritten(after, step);
    room.guests.set(guest.id, Object.assign(guest, after));
    room.ceiling = Math.max(room.capacity, Math.min(room.ceiling, room.taken));
  }

  /** Offers are revoked in the transaction that closes the waitlist, and in no other. */
  private mustKeepOffersWhileOpen(): void {
    const { open, guests } = this.room;
    const lives = [...guests.values()].some(({ status }) => status === 'offered');
    must(open || !lives, 'the waitlist is closed and an offer lives on');
    const revoked = this.transaction.some(({ action }) => action === 'attendee.offer-revoked');
    must(!(open && revoked), 'an offer was revoked and the waitlist is open');
  }

  private mustLeaveNoSeatIdle(at: number): void {
    const next = this.room.calls(at) ? this.room.head() : undefined;
    const called = this.transaction.some(({ action }) => callingActs.includes(action));
    const listed = this.transaction.some(({ action }) => action === 'attendee.imported');
    if (next !== undefined && (called || !(this.idleByList || listed)))
      throw new Divergence(`${this.room.free} seats stay idle while ${next.id} waits and would fit`);
    this.idleByList = next !== undefined;
  }
}

/** What a step did has to be what its line says, and the action has to be the one for it. */
function mustBeAsWritten(after: After, { action, codes }: AuditStep): void {
  const { status, seat, party, arrival, priority } = after;
  const expected = { status, seat, party, arrival, priority };
  const written = { ...codes, arrival: codes.arrival ?? null };
  for (const [name, value] of Object.entries(expected)) {
    const said = written[name as keyof typeof expected];
    must(said === value, `${name} should be ${String(value)} and is ${String(said)}`);
  }
  const named = action.slice('attendee.'.length);
  if (named === 'confirmed' || named === 'waitlisted' || named === 'pending')
    must(named === status, `the act should be ${status}`);
}

function naming({ version, action, subject }: AuditStep, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    throw new Divergence(`Step ${version} (${action} of ${subject}): ${error.message}.`);
  }
}

/** Replays a whole history. @returns how it ended, and what the first step was that the table does not allow */
export function replay(
  rules: Rules,
  steps: readonly AuditStep[],
): { standing: Standing; divergence: string | null } {
  const model = new Model(rules);
  try {
    for (const step of steps) model.apply(step);
    model.end();
    return { standing: model.standing(), divergence: null };
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    return { standing: model.standing(), divergence: error.message };
  }
}
