import { Database, atDesk, attendeeAt, keepConsents, record, recordApart } from '#libs/database';
import { type Appearance, Attendee, DomainError, actorOf, found, newId } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { PanelistKey } from './panelist-links.service.ts';
import { type MyPanelRow, readMyPanel } from './panelist.queries.ts';

export interface MyPanel extends MyPanelRow {
  over: boolean;
  cancelled: boolean;
  /** What was approved is not what is said of oneself now. */
  differs: boolean;
}

export type SaidOfMe = Omit<Appearance, 'photoId'>;

/** `keep` leaves the photo as it is; a JPEG of `squarePicture` replaces it. */
type PhotoChange = 'keep' | 'none' | Buffer;

/** The evening of somebody on a panel, as they see it, and what they say of themself. */
@Injectable()
export class PanelistService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError link-unusable */
  look(key: PanelistKey): Promise<MyPanel> {
    return this.db.read(key.scope, async (reader) => {
      const row = await readMyPanel(reader, key);
      if (row === null) throw new DomainError('link-unusable');
      const { appears, profile } = row;
      return {
        ...row,
        over: reader.now >= row.endsAt,
        cancelled: row.eventState === 'cancelled',
        differs: appears !== null && profile !== null && !isSame(appears, profile),
      };
    });
  }

  /**
   * Once for all events. Wherever they approved how they appear, that copy stays until they approve again; the photos that
   * no copy shows go a day after they came.
   */
  async describe(key: PanelistKey, said: SaidOfMe, photo: PhotoChange): Promise<void> {
    const { personId } = key;
    const shown = await this.shownPhotos(personId);
    await this.db.write(key.scope, async (tx) => {
      const photoId = Buffer.isBuffer(photo) ? newId() : null;
      if (Buffer.isBuffer(photo)) {
        await tx.query(
          `insert into panelist_photos (id, person_id, type, bytes, created_at) values ($1, $2, 'image/jpeg', $3, $4)`,
          [photoId, personId, photo, tx.now],
        );
      }
      await tx.query(
        `insert into panelist_profiles (person_id, name, pronunciation, bio, links, photo_id, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (person_id) do update set name = excluded.name, pronunciation = excluded.pronunciation, bio = excluded.bio,
           links = excluded.links, updated_at = excluded.updated_at,
           photo_id = case when $8 then panelist_profiles.photo_id else excluded.photo_id end`,
        [
          personId,
          said.name,
          said.pronunciation,
          said.bio,
          JSON.stringify(said.links),
          photoId,
          tx.now,
          photo === 'keep',
        ],
      );
      await tx.query(
        `delete from panelist_photos p where person_id = $1 and not id = any ($2::uuid[])
           and created_at < $3::timestamptz - interval '1 day'
           and not exists (select 1 from panelist_profiles f where f.photo_id = p.id)`,
        [personId, shown, tx.now],
      );
      await recordApart(tx, actorOf(key.scope), 'panelist.profile-changed', key.panelPersonId);
    });
  }

  /** "This is right": what they say of themself now is how they appear at this evening. @throws DomainError link-unusable */
  approve(key: PanelistKey): Promise<void> {
    return this.db.write(key.scope, async (tx) => {
      const rows = await tx.query(
        `update panel_people pp set name = f.name, version = version + 1, appears = jsonb_build_object('name', f.name,
           'pronunciation', f.pronunciation, 'bio', f.bio, 'links', f.links, 'photoId', f.photo_id)
         from panelist_profiles f where f.person_id = pp.person_id and f.name <> '' and pp.id = $1 and pp.organization_id = $2
           and pp.state = 'confirmed' returning pp.id`,
        [key.panelPersonId, key.organizationId],
      );
      if (rows.length === 0) throw new DomainError('link-unusable');
      await tx.query('update panels set version = version + 1 where id = $1 and organization_id = $2', [
        key.panelId,
        key.organizationId,
      ]);
      await record(tx, actorOf(key.scope), 'panelist.approved', key.panelPersonId);
    });
  }

  /** What they need to take part; empty is nothing. Only the organizers of this evening read it. */
  need(key: PanelistKey, needs: string): Promise<void> {
    const { panelPersonId, organizationId, personId } = key;
    return this.db.write(key.scope, async (tx) => {
      refuseUnlessConfirmed(key);
      if (needs === '') {
        await tx.query('delete from panelist_needs where panel_person_id = $1 and organization_id = $2', [
          panelPersonId,
          organizationId,
        ]);
      } else {
        await tx.query(
          `insert into panelist_needs (panel_person_id, organization_id, person_id, needs) values ($1, $2, $3, $4)
           on conflict (panel_person_id) do update set needs = excluded.needs`,
          [panelPersonId, organizationId, personId, needs],
        );
      }
      await recordApart(tx, actorOf(key.scope), 'panelist.needs-changed', panelPersonId);
    });
  }

  /**
   * How many introductions after this evening, 0 to 3. More than none is a yes to introductions; none takes back no yes of
   * another evening. A host reads nothing of it.
   */
  introduce(key: PanelistKey, most: number): Promise<void> {
    const { organizationId, eventId, personId } = key;
    const attendeeId = refuseUnlessConfirmed(key);
    return this.db.write(key.scope, async (tx) => {
      await atDesk(tx, organizationId, eventId, async (desk) => {
        const attendee: Attendee = await attendeeAt(tx, desk, attendeeId);
        await tx.query('update attendees set profile = $3 where id = $1 and organization_id = $2', [
          attendeeId,
          organizationId,
          JSON.stringify({ ...attendee.profile, maxIntroductions: most }),
        ]);
      });
      if (most > 0) {
        const wording = words.panelistPage.introductions.wording;
        const yes = { organizationId, personId, purpose: 'introductions', answer: 'given' } as const;
        await keepConsents(tx, [{ ...yes, wording, source: 'page' }]);
      }
      await recordApart(tx, actorOf(key.scope), 'attendee.profile-changed', attendeeId);
    });
  }

  /** Their own photo, before anybody else may see it. @throws DomainError not-found */
  ownPhoto({ personId, scope }: PanelistKey): Promise<Buffer> {
    return this.db.read(scope, async (reader) => {
      const [row] = await reader.query<{ bytes: Buffer }>(
        `select p.bytes from panelist_photos p join panelist_profiles f on f.photo_id = p.id
         where f.person_id = $1 and p.person_id = $1`,
        [personId],
      );
      return found(row).bytes;
    });
  }

  /** A photo that stands on the page of a published evening now. @throws DomainError not-found for every other */
  publicPhoto(photoId: string): Promise<Buffer> {
    return this.db.read({ kind: 'public' }, async (reader) => {
      const [row] = await reader.query<{ bytes: Buffer }>(
        `select p.bytes from panelist_photos p where p.id = $1 and exists (
           select 1 from panel_people pp join published_events e on e.id = pp.event_id
           where pp.person_id = p.person_id and pp.state = 'confirmed' and pp.appears ->> 'photoId' = $1::text)`,
        [photoId],
      );
      return found(row).bytes;
    });
  }

  /** Over all organizations, so read in the person's own scope. */
  private shownPhotos(personId: string): Promise<string[]> {
    return this.db.read({ kind: 'person', personId }, async (reader) => {
      const rows = await reader.query<{ id: string }>(
        `select distinct appears ->> 'photoId' as id from panel_people
         where person_id = $1 and appears ->> 'photoId' is not null`,
        [personId],
      );
      return rows.map(({ id }) => id);
    });
  }
}

/** Whoever only opened the link has no evening to arrange. @returns their row at the evening @throws DomainError link-unusable */
function refuseUnlessConfirmed({ state, attendeeId }: PanelistKey): string {
  if (state !== 'confirmed' || attendeeId === null) throw new DomainError('link-unusable');
  return attendeeId;
}

const isSame = (one: Appearance, other: Appearance): boolean => partsOf(one) === partsOf(other);

const partsOf = ({ name, pronunciation, bio, links, photoId }: Appearance): string =>
  JSON.stringify([name, pronunciation, bio, links.map(({ label, url }) => [label, url]), photoId]);
