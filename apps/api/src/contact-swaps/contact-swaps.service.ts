import {
  Database,
  type Keys,
  type Reader,
  hasCome,
  othersWhoCame,
  peopleToSwapWith,
  refuseSwap,
  saySwap,
  scannedBy,
  swapCodeOf,
  swapLettersOf,
  swapsAskedOf,
  swapsOf,
  takeSwapBack,
  verifySwapCode,
} from '#libs/database';
import { DomainError, Event, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Budgets } from '../budgets.ts';
import type { EveningKey } from '../evenings/evening-links.service.ts';
import { Settings } from '../settings.ts';
import type { OwnSwaps, ContactSwapInput } from './contact-swaps.dto.ts';

const daysAfter = 7;
const dayMs = 86_400_000;
/** Whoever tries out everybody is stopped here; somebody who met half the room is not. */
const mostPerHour = 200;

/**
 * "Let us swap contacts." Nothing that one alone said, a no, a silence and a block can be told apart by the other, and no host
 * is told of any of it: there is no line in the audit (docs/decisions/0026).
 */
@Injectable()
export class ContactSwapsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    private readonly budgets: Budgets,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  look(key: EveningKey): Promise<OwnSwaps> {
    return this.db.read(key.scope, (reader) => this.ownOf(reader, key));
  }

  /**
   * By a code the other is asked; by a name nobody is told until both said so.
   * @throws DomainError contact-swaps-closed, contact-swaps-came-only, contact-swap-unknown, too-many-requests
   */
  async say(key: EveningKey, wish: ContactSwapInput): Promise<OwnSwaps> {
    await this.spend(key);
    return this.db.write(key.scope, async (tx) => {
      await refuseUnlessOpen(tx, key);
      const how = wish.code === undefined ? 'name' : 'scan';
      const attendeeId =
        wish.code === undefined
          ? await namedOf(tx, key, wish.attendeeId)
          : await this.shownBy(tx, key, wish.code);
      const other = (await othersWhoCame(tx, key)).find((one) => one.attendeeId === attendeeId);
      if (other === undefined) throw new DomainError('contact-swap-unknown');
      await saySwap(tx, key, other, how);
      return this.ownOf(tx, key);
    });
  }

  /**
   * Answers somebody who scanned my code; to anybody else it changes nothing. A yes to somebody who took it back meanwhile
   * waits like any other.
   * @throws DomainError contact-swaps-closed, contact-swaps-came-only, too-many-requests
   */
  async answer(key: EveningKey, attendeeId: string, yes: boolean): Promise<OwnSwaps> {
    await this.spend(key);
    return this.db.write(key.scope, async (tx) => {
      await refuseUnlessOpen(tx, key);
      if (yes) {
        const named = await namedOf(tx, key, attendeeId);
        const asks = named === attendeeId || (await scannedBy(tx, key, attendeeId));
        const other = asks && (await othersWhoCame(tx, key)).find((one) => one.attendeeId === attendeeId);
        if (other) await saySwap(tx, key, other, 'name');
      } else await refuseSwap(tx, key, attendeeId);
      return this.ownOf(tx, key);
    });
  }

  /** Takes back what waits; what is agreed stays. Repeating it is harmless. */
  takeBack(key: EveningKey, attendeeId: string): Promise<OwnSwaps> {
    return this.db.write(key.scope, async (tx) => {
      await takeSwapBack(tx, key, attendeeId);
      return this.ownOf(tx, key);
    });
  }

  private async spend({ personId }: EveningKey): Promise<void> {
    if (!(await this.budgets.spend({ key: `swaps:${personId}`, limit: mostPerHour })))
      throw new DomainError('too-many-requests');
  }

  /** Whose phone shows this: by its signature, or its letters among those who came. */
  private async shownBy(reader: Reader, key: EveningKey, code: string): Promise<string | undefined> {
    const signed = verifySwapCode(this.keys, code);
    if (signed !== null) return signed;
    const typed = lettersIn(code);
    if (typed.length !== 8) return undefined;
    const came = await othersWhoCame(reader, key);
    return came.find(({ attendeeId }) => lettersIn(swapLettersOf(this.keys, attendeeId)) === typed)
      ?.attendeeId;
  }

  private async ownOf(reader: Reader, key: EveningKey): Promise<OwnSwaps> {
    const came = await hasCome(reader, key);
    const open = await isOpen(reader, key);
    return {
      code: swapCodeOf(this.keys, key.attendeeId),
      letters: swapLettersOf(this.keys, key.attendeeId),
      came,
      open,
      people: came && open ? await peopleToSwapWith(reader, key) : [],
      asked: came && open ? await swapsAskedOf(reader, key) : [],
      mine: await swapsOf(reader, key),
    };
  }
}

const lettersIn = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase();

async function isOpen(reader: Reader, { organizationId, eventId }: EveningKey): Promise<boolean> {
  const { startsAt, endsAt } = found(await reader.one(Event, { id: eventId, organizationId }));
  return reader.now >= startsAt && reader.now.getTime() < endsAt.getTime() + daysAfter * dayMs;
}

async function refuseUnlessOpen(reader: Reader, key: EveningKey): Promise<void> {
  if (!(await isOpen(reader, key))) throw new DomainError('contact-swaps-closed');
  if (!(await hasCome(reader, key))) throw new DomainError('contact-swaps-came-only');
}

/** Names are taken from the list, or of those who asked or were asked; nobody is reached who is on neither. */
async function namedOf(reader: Reader, key: EveningKey, attendeeId?: string): Promise<string | undefined> {
  const listed = await peopleToSwapWith(reader, key);
  return listed.find((one) => one.attendeeId === attendeeId)?.attendeeId;
}
