import {
  Database,
  type Keys,
  doorKeyHash,
  doorKeysOf,
  doorTokenOf,
  newDoorCode,
  newDoorSalt,
  openDoorToken,
  readDoorNews,
  record,
} from '#libs/database';
import {
  DomainError,
  DoorLink,
  Event,
  type Member,
  type Scope,
  doorEnd,
  found,
  inOrganization,
  newId,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Budgets } from '../budgets.ts';
import { Settings } from '../settings.ts';
import { type DoorLinkRow, actorOfDoor, admitDoor, doorColumns } from './door-key.ts';

/** Who is at which door, from the link and the key of its code; never from what was sent. */
export interface DoorKey {
  link: DoorLinkRow;
  scope: Scope;
}

/** Enough for a large house; each is a phone or a few. */
const most = 50;

/** Wrong keys of one link within an hour that are answered with a reason. */
const wrongTries = 10;

/** The links of doors: made and revoked by members, opened by phones. */
@Injectable()
export class DoorLinksService {
  readonly keys: Keys;
  private readonly publicUrl: string;

  constructor(
    private readonly db: Database,
    private readonly budgets: Budgets,
    { config }: Settings,
  ) {
    this.keys = config.keys;
    this.publicUrl = config.publicUrl;
  }

  /** The links of an evening, and how many people are in. @throws DomainError not-found */
  list(member: Member, eventId: string) {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId }));
      const links = await reader.find(DoorLink, {
        where: { organizationId, eventId },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
      return { links, counts: (await readDoorNews(reader, { organizationId, eventId }, null)).counts };
    });
  }

  /**
   * A link and its code, which nobody is ever told again.
   * @throws DomainError not-found, event-cancelled, door-link-over, too-many-door-links
   */
  async make(member: Member, eventId: string, label: string) {
    const { organizationId } = member;
    const [code, salt] = [newDoorCode(), newDoorSalt()];
    // Before the transaction, because it takes a quarter of a second.
    const keyHash = doorKeyHash((await doorKeysOf(code, salt)).shown);
    return this.db.write(member.scope, async (tx) => {
      const event = found(await tx.locked(Event, { id: eventId, organizationId }));
      if (event.state === 'cancelled') throw new DomainError('event-cancelled');
      const expiresAt = doorEnd(event.endsAt);
      if (tx.now >= expiresAt) throw new DomainError('door-link-over');
      const others = await tx.find(DoorLink, { where: { organizationId, eventId } });
      if (others.filter(({ revokedAt }) => revokedAt === null).length >= most)
        throw new DomainError('too-many-door-links');
      const link = Object.assign(new DoorLink(), {
        id: newId(),
        organizationId,
        eventId,
        label,
        salt,
        keyHash,
      });
      Object.assign(link, { createdBy: member.personId, expiresAt, createdAt: tx.now });
      Object.assign(link, { revokedAt: null, lastSeenAt: null });
      await tx.insert(DoorLink, link);
      await record(tx, member.actor, 'door-link.made', link.id);
      return { link, url: `${this.publicUrl}/door/${doorTokenOf(this.keys, link.id)}`, code };
    });
  }

  /** Its phones learn it when they next reach us, and forget what they keep. Again is nothing. */
  async revoke(member: Member, eventId: string, id: string): Promise<void> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      const link = found(await tx.locked(DoorLink, { id, eventId, organizationId }));
      if (link.revokedAt !== null) return;
      await tx.save(Object.assign(link, { revokedAt: tx.now }));
      await record(tx, member.actor, 'door-link.revoked', id);
    });
  }

  /** What a phone needs before the code is typed. @throws DomainError link-unusable */
  async look(token: string): Promise<{ title: string; salt: Buffer; expired: boolean }> {
    const id = openDoorToken(this.keys, token);
    const link = await this.db.read({ kind: 'installation' }, (reader) => reader.one(DoorLink, { id }));
    if (link?.revokedAt !== null) throw new DomainError('link-unusable');
    const { organizationId, eventId } = link;
    return this.db.read(inOrganization(organizationId, actorOfDoor({ id })), async (reader) => {
      const { title, state } = found(await reader.one(Event, { id: eventId, organizationId }));
      const expired = reader.now >= link.expiresAt || state === 'cancelled';
      return { title, salt: link.salt, expired };
    });
  }

  /**
   * Changes nothing, so a GET may call it.
   * @param late also within the week after the end
   * @throws DomainError link-unusable, door-code-wrong, too-many-requests, door-link-over
   */
  async keyOf(token: string, shown: string | undefined, { late }: { late: boolean }): Promise<DoorKey> {
    const id = openDoorToken(this.keys, token);
    const keyHash = this.keyHashOf(shown);
    return this.countingWrong(id, async () => {
      const link = await this.db.read({ kind: 'installation' }, async (reader) => {
        const [row] = await reader.query<DoorLinkRow>(
          `select ${doorColumns} from door_links l where l.id = $1`,
          [id],
        );
        return admitDoor(row, keyHash, reader.now, { late });
      });
      return { link, scope: inOrganization(link.organizationId, actorOfDoor(link)) };
    });
  }

  /** The hash of a key that was shown; one that is none fits no link. */
  keyHashOf(shown: string | undefined): Buffer {
    return doorKeyHash(Buffer.from(shown ?? '', 'base64url'));
  }

  /**
   * A wrong key is told so ten times an hour. A right one is let in even then: else whoever has the link and not the code
   * could close the door, and it is the 30^8 codes that keep it.
   */
  async countingWrong<Result>(linkId: string, open: () => Promise<Result>): Promise<Result> {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'door-code-wrong') throw error;
      if (await this.budgets.spend({ key: `door:${linkId}`, limit: wrongTries })) throw error;
      throw new DomainError('too-many-requests');
    }
  }
}
