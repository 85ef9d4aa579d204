import {
  blockPerson,
  Database,
  type Handle,
  introductionLeft,
  type Keys,
  type Reader,
  type Tx,
  keepTransition,
  logTransition,
  obstaclesAmong,
  openHandle,
  sidesOf,
  unblockPerson,
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
  type Once,
  type Step,
  system,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import { type AskKey, findMyAsk, type OpenAsk, readAsk } from './my-asks.queries.ts';

export interface Answer {
  consent: 'yes' | 'no';
  /** With a yes, how the other may reach them; null: the address this was sent to. */
  contact: string | null;
  /** With a yes, the first step they would take; null: the one of their profile. */
  step: Step | null;
  /** With a no, for us alone; undefined leaves the one that was given. */
  privateReason: string | null | undefined;
}

/** Questions answered by the link in the mail, without an account, or signed in (introductions.md, Mails). */
@Injectable()
export class AsksService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async keyOfLink(token: string): Promise<AskKey> {
    const { id, organizationId, personId, subjectId }: Handle = await this.db.read(
      { kind: 'installation' },
      (reader) => openHandle(reader, this.keys, 'ask', token),
    );
    return { organizationId, personId, sideId: subjectId, actor: { kind: 'link', id } };
  }

  /** @throws DomainError not-found unless this person got the question by mail */
  async keyOfPerson(personId: string, introductionId: string): Promise<AskKey> {
    const [side] = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ id: string; organizationId: string }>(
        `select id, organization_id as "organizationId" from introduction_sides where introduction_id = $1 and person_id = $2`,
        [introductionId, personId],
      ),
    );
    const { id: sideId, organizationId } = found(side);
    const key: AskKey = { organizationId, personId, sideId, actor: { kind: 'person', id: personId } };
    found(await this.db.read(scopeOf(key), (reader) => findMyAsk(reader, key)));
    return key;
  }

  /**
   * Looks and changes nothing.
   * @throws DomainError ask-over when it cannot be answered any more
   */
  look(key: AskKey): Promise<OpenAsk> {
    return this.db.read(scopeOf(key), async (reader) => {
      const side = found(await reader.one(IntroductionSide, sideOf(key)));
      const introduction = found(await reader.one(Introduction, pairOf(side)));
      await refuseWhenOver(reader, introduction, side);
      return readAsk(reader, introduction, side);
    });
  }

  /** Records an answer; the same one again changes nothing. What it means for the pair shows to nobody here. */
  answer(key: AskKey, answer: Answer, once?: Once): Promise<null> {
    return this.atMySide(key, once, (tx, introduction, side) =>
      decide(tx, introduction, side, answer, key.actor),
    );
  }

  /** "Never introduce me to this person": to everybody else it looks like a no. Repeating it is harmless. */
  never(key: AskKey): Promise<null> {
    return this.atMySide(key, undefined, async (tx, introduction, side) => {
      if (side.consent !== 'no') await decide(tx, introduction, side, plainNo, key.actor);
      await blockPerson(tx, { ...key, introductionId: introduction.id });
    });
  }

  /** They may be introduced again one day; what ended stays ended. */
  again(key: AskKey): Promise<null> {
    return this.atMySide(key, undefined, (tx, { personA, personB }) =>
      unblockPerson(tx, key.personId, personA === key.personId ? personB : personA),
    );
  }

  private atMySide(
    key: AskKey,
    once: Once | undefined,
    work: (tx: Tx, introduction: Introduction, side: IntroductionSide) => Promise<unknown>,
  ): Promise<null> {
    return this.db.write(scopeOf(key, once), async (tx) => {
      const { introductionId } = found(await tx.one(IntroductionSide, sideOf(key)));
      // Never 12: two answers at once come one after the other, each seeing what the one before left.
      const introduction = found(
        await tx.locked(Introduction, { id: introductionId, organizationId: key.organizationId }),
      );
      const side = found(await tx.one(IntroductionSide, sideOf(key)));
      await refuseWhenOver(tx, introduction, side);
      await work(tx, introduction, side);
      return null;
    });
  }
}

const plainNo: Answer = { consent: 'no', contact: null, step: null, privateReason: undefined };

const scopeOf = ({ organizationId, actor }: AskKey, once?: Once) =>
  inOrganization(organizationId, actor, once);
const sideOf = ({ sideId, organizationId, personId }: AskKey) => ({ id: sideId, organizationId, personId });
const pairOf = ({ introductionId, organizationId }: IntroductionSide) => ({
  id: introductionId,
  organizationId,
});

/** Over by the reader's own days, or because they were told of the introduction; never because of the other one. */
async function refuseWhenOver(
  reader: Reader,
  introduction: Introduction,
  side: IntroductionSide,
): Promise<void> {
  const rows = await reader.query(
    `select from introductions i where i.id = $1 and ${introductionLeft('i')}`,
    [introduction.id],
  );
  if (!side.canAnswer(reader.now) || rows.length > 0) throw new DomainError('ask-over');
}

async function decide(
  tx: Tx,
  introduction: Introduction,
  side: IntroductionSide,
  { consent, contact, step, privateReason }: Answer,
  actor: Actor,
): Promise<void> {
  const changed = side.answer(consent, contact, tx.now);
  // A no stays, so a yes after it brings nothing along and leaves its reason alone.
  if (side.consent === consent)
    side.explain({ step, privateReason: privateReason === undefined ? side.privateReason : privateReason });
  await tx.save(side);
  if (changed) await follow(tx, introduction, side, actor);
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
