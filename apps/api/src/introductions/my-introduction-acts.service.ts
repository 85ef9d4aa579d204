import {
  askLater,
  blockPerson,
  Database,
  introductionLeft,
  type Keys,
  markOutcome,
  openHandle,
  sayGlad,
  stopAsking,
  type Tx,
  unblockPerson,
  type WhoseIntroduction,
  wishCircle,
  withdrawSharing,
} from '#libs/database';
import { type Actor, found, inOrganization, Introduction, type Once, type Outcome } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

/** One introduction of a person who proved who they are, by a session or by the link of a follow-up. */
export interface MyKey extends WhoseIntroduction {
  actor: Actor;
}

/** What a person can say about an introduction besides a mark. */
export const myActs = [
  'glad',
  'unglad',
  'later',
  'stop',
  'circle',
  'uncircle',
  'withdraw',
  'block',
  'unblock',
] as const;
export type MyAct = (typeof myActs)[number];
export const isMyAct = (text: string): text is MyAct => (myActs as readonly string[]).includes(text);

/** Whose introductions of one organization a follow-up's link opens. */
export interface FollowUpKey {
  organizationId: string;
  personId: string;
  actor: Actor;
}

/**
 * What people say about introductions that were made. Each act is theirs alone, shows to nobody else and may be repeated.
 * A pair that ended inside takes everything as if it had not.
 */
@Injectable()
export class MyIntroductionActsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async keyOfLink(token: string): Promise<FollowUpKey> {
    const { id, organizationId, personId } = await this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'follow-up', token),
    );
    return { organizationId, personId, actor: { kind: 'link', id } };
  }

  /** @throws DomainError not-found: another person's introduction and one that was never made look the same */
  async keyOfPerson(personId: string, introductionId: string): Promise<MyKey> {
    const [side] = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ organizationId: string }>(
        `select organization_id as "organizationId" from introduction_sides
         where introduction_id = $1 and person_id = $2 and consent <> 'not_asked'`,
        [introductionId, personId],
      ),
    );
    return { ...found(side), introductionId, personId, actor: { kind: 'person', id: personId } };
  }

  /** How far the two came; null takes the mark back. @throws DomainError not-found */
  mark(key: MyKey, outcome: Outcome | null, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => markOutcome(tx, key, outcome));
  }

  /** Told to both once both said so. @throws DomainError not-found */
  glad(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => sayGlad(tx, key));
  }

  /** What both were told stays told. @throws DomainError not-found */
  unglad(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => sayGlad(tx, key, false));
  }

  later(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => askLater(tx, key));
  }

  stop(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => stopAsking(tx, key));
  }

  /** A wish for a small group with them; only the product reads it. */
  circle(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => wishCircle(tx, key));
  }

  uncircle(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => wishCircle(tx, key, false));
  }

  /** The other one no longer sees how to reach this person. */
  withdraw(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, (tx) => withdrawSharing(tx, key));
  }

  /** Never these two again. @throws DomainError not-found unless the two were introduced */
  block(key: MyKey, once?: Once): Promise<null> {
    return this.act(key, once, async (tx) => {
      found((await introductionOf(tx, key)).introducedAt);
      await blockPerson(tx, key);
    });
  }

  /** They may be introduced again one day; what ended stays ended. */
  unblock(key: MyKey, once?: Once): Promise<null> {
    return this.write(key, once, async (tx) => {
      const { personA, personB } = await introductionOf(tx, key);
      await unblockPerson(tx, key.personId, personA === key.personId ? personB : personA);
    });
  }

  /** Whatever comes before the introduction has reached anybody is as if it had not been made. */
  private act(key: MyKey, once: Once | undefined, work: (tx: Tx) => Promise<unknown>): Promise<null> {
    return this.write(key, once, async (tx) => {
      const [told] = await tx.query(
        `select from introductions i where i.id = $1 and ${introductionLeft('i')}`,
        [key.introductionId],
      );
      found(told);
      await work(tx);
    });
  }

  private write(key: MyKey, once: Once | undefined, work: (tx: Tx) => Promise<unknown>): Promise<null> {
    return this.db.write(inOrganization(key.organizationId, key.actor, once), async (tx) => {
      await work(tx);
      return null;
    });
  }
}

async function introductionOf(
  tx: Tx,
  { introductionId: id, organizationId, personId }: MyKey,
): Promise<Introduction> {
  const introduction = found(await tx.one(Introduction, { id, organizationId }));
  if (introduction.personA !== personId && introduction.personB !== personId) found(null);
  return introduction;
}
