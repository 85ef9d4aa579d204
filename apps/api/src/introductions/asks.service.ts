import {
  Database,
  type Handle,
  type Keys,
  type Reader,
  type Tx,
  keepTransition,
  logTransition,
  obstaclesAmong,
  openHandle,
  sidesOf,
} from '#libs/database';
import {
  type Actor,
  blockedBy,
  DomainError,
  Event,
  found,
  inOrganization,
  Introduction,
  IntroductionSide,
  nextAsk,
  nextRelease,
  system,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

/** What an ask page shows: the reader's own side and nothing of the other's, so that it is the same for a dead pair. */
export interface OpenAsk {
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  /** The sentence that the mail gave as the reason; it names nobody. */
  reason: string;
  answer: 'yes' | 'no' | null;
  contact: string | null;
  endsAt: Date;
}

export interface Answer {
  consent: 'yes' | 'no';
  /** With a yes, how the other may reach them; null: the address this was sent to. */
  contact: string | null;
}

/** Questions answered by the link in the mail, without an account (introductions.md, Mails). */
@Injectable()
export class AsksService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Looks and changes nothing.
   * @throws DomainError link-unusable; ask-over when it cannot be answered any more
   */
  async look(token: string): Promise<OpenAsk> {
    const handle = await this.open(token);
    return this.db.read(scopeOf(handle), async (reader) => {
      const side = found(await reader.one(IntroductionSide, sideOf(handle)));
      const introduction = found(await reader.one(Introduction, pairOf(side)));
      refuseWhenOver(introduction, side, reader.now);
      return askOf(reader, introduction, side);
    });
  }

  /** Records an answer; the same one again changes nothing. What it means for the pair shows to nobody here. */
  async answer(token: string, { consent, contact }: Answer): Promise<OpenAsk> {
    const handle = await this.open(token);
    return this.db.write(scopeOf(handle), async (tx) => {
      const { introductionId } = found(await tx.one(IntroductionSide, sideOf(handle)));
      // Never 12: two answers at once come one after the other, each seeing what the one before left.
      const introduction = found(
        await tx.locked(Introduction, { id: introductionId, organizationId: handle.organizationId }),
      );
      const side = found(await tx.one(IntroductionSide, sideOf(handle)));
      refuseWhenOver(introduction, side, tx.now);
      const actor: Actor = { kind: 'link', id: handle.id };
      const changed = side.answer(consent, contact, tx.now);
      await tx.save(side);
      if (changed) await follow(tx, introduction, side, actor);
      return askOf(tx, introduction, side);
    });
  }

  private open(token: string): Promise<Handle> {
    return this.db.read({ kind: 'installation' }, (reader) => openHandle(reader, this.keys, 'ask', token));
  }
}

const scopeOf = ({ id, organizationId }: Handle) => inOrganization(organizationId, { kind: 'link', id });
const sideOf = ({ subjectId, organizationId, personId }: Handle) => ({
  id: subjectId,
  organizationId,
  personId,
});
const pairOf = ({ introductionId, organizationId }: IntroductionSide) => ({
  id: introductionId,
  organizationId,
});

/** Over by the reader's own days, or because they were introduced; never because of the other one. */
function refuseWhenOver(introduction: Introduction, side: IntroductionSide, now: Date): void {
  if (!side.canAnswer(now) || introduction.introducedAt !== null) throw new DomainError('ask-over');
}

/** What a changed answer means for the pair. No line in the audit, which owners read: the log of the pair has it. */
async function follow(
  tx: Tx,
  introduction: Introduction,
  side: IntroductionSide,
  actor: Actor,
): Promise<void> {
  await logTransition(tx, introduction, actor, `answered ${side.consent}`);
  if (side.consent === 'no') return close(tx, introduction, 'no');
  if (introduction.state !== 'asking') return;
  const sides = await sidesOf(tx, [introduction.id]);
  const other = sides.find(({ id }) => id !== side.id);
  if (other?.consent !== 'yes' && other?.askedAt !== null) return;
  const obstacles = await obstaclesAmong(tx, introduction.organizationId, [
    introduction.personA,
    introduction.personB,
  ]);
  const hindrance = blockedBy({
    ...obstacles.between(introduction.personA, introduction.personB),
    coolingDown: false,
  });
  if (hindrance !== null) return close(tx, introduction, hindrance);
  const { organizationId, eventId } = introduction;
  const { timeZone } = found(await tx.one(Event, { id: eventId, organizationId }));
  if (other.consent === 'yes') await agree(tx, introduction, nextRelease(tx.now, timeZone));
  else await askOther(tx, introduction, other, nextAsk(tx.now, timeZone));
}

async function close(tx: Tx, introduction: Introduction, cause: string): Promise<void> {
  if (introduction.state !== 'asking' && introduction.state !== 'agreed') return;
  introduction.closeQuietly(cause, tx.now);
  await keepTransition(tx, introduction, system, 'closed quietly');
}

async function agree(tx: Tx, introduction: Introduction, releaseAt: Date): Promise<void> {
  const { id, organizationId } = introduction;
  introduction.agree(releaseAt);
  await keepTransition(tx, introduction, system, 'agreed');
  await later(
    tx,
    'introductions.release',
    { organizationId, introductionId: id },
    { key: `release:${id}`, runAt: releaseAt },
  );
}

/** The one who was asked first and alone said yes: now it is the other's turn. */
async function askOther(
  tx: Tx,
  introduction: Introduction,
  other: IntroductionSide,
  askAt: Date,
): Promise<void> {
  const { organizationId } = introduction;
  introduction.askOther(askAt);
  await tx.save(introduction);
  const key = `ask:${organizationId}:${other.personId}:${askAt.toISOString()}`;
  await later(tx, 'introductions.ask', { organizationId, personId: other.personId }, { key, runAt: askAt });
}

async function askOf(reader: Reader, introduction: Introduction, side: IntroductionSide): Promise<OpenAsk> {
  const [about] = await reader.query<
    Pick<OpenAsk, 'organizationName' | 'accent' | 'eventTitle' | 'timeZone'>
  >(
    `select o.name as "organizationName", o.accent, e.title as "eventTitle", e.time_zone as "timeZone"
     from events e join organizations o on o.id = e.organization_id where e.id = $1 and e.organization_id = $2`,
    [introduction.eventId, introduction.organizationId],
  );
  const { consent, contact, askEndsAt, personId } = side;
  return {
    ...found(about),
    reason: introduction.personA === personId ? introduction.lineForA : introduction.lineForB,
    answer: consent === 'yes' || consent === 'no' ? consent : null,
    contact,
    endsAt: found(askEndsAt),
  };
}
