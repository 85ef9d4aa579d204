import {
  Database,
  type Reader,
  type Tx,
  keepConsent,
  pauseForMonths,
  personById,
  recordApart,
} from '#libs/database';
import { type Actor, DomainError, inOrganization, newId, type Once, toProfile } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';

const day = 24 * 60 * 60_000;
/** Whoever wants a longer pause wants to stop. */
const longestPauseDays = 731;

/** What a person stopped about introductions: nobody else ever reads it. */
export interface Stops {
  /** Whoever hosts; null: not paused. */
  pausedUntil: Date | null;
  /** From this organization. */
  stopped: boolean;
  /** They take no part in introductions here any more. */
  optedOut: boolean;
}

interface Whose {
  organizationId: string;
  personId: string;
}

export async function readStops(reader: Reader, { organizationId, personId }: Whose): Promise<Stops> {
  const [row] = await reader.query<Stops>(
    `select case when introductions_paused_until > $3 then introductions_paused_until end as "pausedUntil",
       exists (select from mail_stops m where m.person_id = p.id and m.topic in ('all', 'introductions')
         and (m.organization_id is null or m.organization_id = $2)) as stopped,
       not exists (select from consents c where c.person_id = p.id and c.organization_id = $2
         and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null) as "optedOut"
     from people p where p.id = $1`,
    [personId, organizationId, reader.now],
  );
  return row ?? { pausedUntil: null, stopped: false, optedOut: true };
}

/**
 * Pausing, stopping and how many, by the person themself. Not in an organization's scope: its activity is read by its
 * staff, to whom all of this must look like silence.
 */
@Injectable()
export class IntroductionStopsService {
  constructor(private readonly db: Database) {}

  /** Three months from now; a longer pause stays. */
  pauseForMonths(personId: string): Promise<null> {
    return this.keep(personId, 'introductions.paused', undefined, (tx) => pauseForMonths(tx, personId));
  }

  /** @throws DomainError wrong-shape at `/until` unless that is after now and at most two years away */
  pauseUntil(personId: string, until: Date, once?: Once): Promise<null> {
    return this.keep(personId, 'introductions.paused', once, (tx) => {
      const left = until.getTime() - tx.now.getTime();
      if (!(left > 0) || left > longestPauseDays * day) throw wrong('/until', 'pauseFault');
      return setPause(tx, personId, until);
    });
  }

  /** Ends the pause, whoever hosts. */
  resume(personId: string, once?: Once): Promise<null> {
    return this.keep(personId, 'introductions.resumed', once, (tx) => setPause(tx, personId, null));
  }

  /** Nothing about introductions from this organization any more; stopping what is stopped is harmless. */
  stop({ personId, organizationId }: Whose): Promise<null> {
    return this.keep(personId, 'introductions.stopped', undefined, (tx) =>
      tx.query(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at)
         values ($1, $2, $3, 'introductions', $4) on conflict do nothing`,
        [newId(), personId, organizationId, tx.now],
      ),
    );
  }

  /** Ends the pause and whatever stops introductions from here. */
  resumeHere({ personId, organizationId }: Whose): Promise<null> {
    return this.keep(personId, 'introductions.resumed', undefined, async (tx) => {
      await setPause(tx, personId, null);
      await tx.query(
        `delete from mail_stops where person_id = $1 and topic in ('all', 'introductions')
           and (organization_id is null or organization_id = $2)`,
        [personId, organizationId],
      );
    });
  }

  /** Takes part here again, by the words of the RSVP, which the page shows. What had ended stays ended. */
  optIn({ personId, organizationId, actor }: Whose & { actor: Actor }): Promise<null> {
    return this.db.write(inOrganization(organizationId, actor), async (tx) => {
      const answer = { purpose: 'introductions', answer: 'given', source: 'answer' } as const;
      await keepConsent(tx, { organizationId, personId, ...answer, wording: words.pages.rsvp.wording });
      await recordApart(tx, actor, 'introductions.opted-in', personId);
      return null;
    });
  }

  /**
   * How many introductions a person wants from their next evening, those they are on the list of already included, whoever
   * hosts; evenings that are over keep theirs.
   */
  want(personId: string, most: number, once?: Once): Promise<null> {
    return this.keep(personId, 'introductions.wanted', once, async (tx) => {
      await tx.query(
        `update people set profile = profile || jsonb_build_object('maxIntroductions', $2::int) where id = $1`,
        [personId, most],
      );
      await tx.query('select want_at_evenings_to_come($1, $2, $3)', [personId, most, tx.now]);
    });
  }

  /** Of the person themself, whoever hosts. */
  async wantedBy(personId: string): Promise<{ pausedUntil: Date | null; most: number }> {
    return this.db.read({ kind: 'person', personId }, async (reader) => {
      const { introductionsPausedUntil: until, profile } = await personById(reader, personId);
      const paused = until !== null && until > reader.now;
      return { pausedUntil: paused ? until : null, most: toProfile(profile).maxIntroductions };
    });
  }

  private keep(
    personId: string,
    action: string,
    once: Once | undefined,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<null> {
    return this.db.write({ kind: 'installation', once }, async (tx) => {
      await work(tx);
      await recordApart(tx, { kind: 'person', id: personId }, action, personId);
      return null;
    });
  }
}

const setPause = (tx: Tx, personId: string, until: Date | null): Promise<unknown> =>
  tx.query('update people set introductions_paused_until = $2 where id = $1', [personId, until]);

export function wrong(pointer: string, why: 'pauseFault' | 'wantedFault'): DomainError {
  return new DomainError('wrong-shape', [{ pointer, detail: words.myIntroductions.wants[why] }]);
}
