import { Database, sameHash, ticketPublicKeys } from '#libs/database';
import { found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { DoorActsService } from './door-acts.service.ts';
import { stillAdmitted } from './door-key.ts';
import { DoorDesk } from './door-desk.ts';
import { DoorLinksService } from './door-links.service.ts';
import { readDoorEvent, readDoorPeople } from './door-list.queries.ts';
import { DoorListView, type SyncInput } from './door.dto.ts';
import { heardScan, needsDesk } from './scans.ts';
import type { Synced } from './synced.ts';

/** Doors that are remembered as met: some hundred thousand bytes. */
const mostMet = 1_000;

interface Met {
  linkId: string;
  keyHash: Buffer;
}

/** A phone at the door. */
@Injectable()
export class DoorService {
  /** Doors that were admitted before, by their tokens: to check one anew takes 35 µs, a twentieth of a scan. */
  private readonly met = new Map<string, Met>();

  constructor(
    private readonly db: Database,
    private readonly links: DoorLinksService,
    private readonly desk: DoorDesk,
    private readonly acts: DoorActsService,
  ) {}

  /** @throws DomainError link-unusable, door-code-wrong, too-many-requests, door-link-over */
  async list(token: string, shown: string | undefined): Promise<DoorListView> {
    const { link, scope } = await this.links.keyOf(token, shown, { late: false });
    return this.db.read(scope, async (reader) => {
      await stillAdmitted(reader, link, { late: false });
      // The cursor first: what arrives between the two is told again.
      const event = found(await readDoorEvent(reader, link));
      return DoorListView.of(event, await readDoorPeople(reader, link), ticketPublicKeys(this.links.keys));
    });
  }

  /**
   * Takes scans, whenever they were made, and tells what happened at the other doors.
   * @throws DomainError link-unusable, door-code-wrong, too-many-requests, door-link-over a week after the end, too-busy
   */
  async sync(token: string, shown: string | undefined, input: SyncInput): Promise<Synced> {
    const since = input.since === null ? null : new Date(input.since);
    const heard = () => input.scans.map((scan) => heardScan(this.links.keys, scan));
    if (input.scans.some(({ kind, force = false }) => needsDesk({ kind, forced: force })))
      return this.acts.sync(await this.links.keyOf(token, shown, { late: true }), heard(), since);
    const door = await this.meet(token, shown);
    return this.links.countingWrong(door.linkId, () => this.desk.sync({ ...door, since, scans: heard() }));
  }

  /**
   * Nobody without the code has us verify 200 signatures: a door that was never admitted is asked for its key first. The desk
   * admits it again each time, so a door that is closed meanwhile gets nothing by having been met.
   */
  private async meet(token: string, shown: string | undefined): Promise<Met> {
    const keyHash = this.links.keyHashOf(shown);
    const known = this.met.get(token);
    if (known !== undefined && sameHash(known.keyHash, keyHash)) return known;
    const { link } = await this.links.keyOf(token, shown, { late: true });
    const door = { linkId: link.id, keyHash };
    if (this.met.size >= mostMet) this.met.clear();
    this.met.set(token, door);
    return door;
  }
}
