import { createHash } from 'node:crypto';
import { doorIterations, spokenCodeOf, type ScanResult } from '#libs/database';
import { type AttendeeStatus, type ScanKind, type ScanOutcome, scanKinds } from '#libs/domain';
import {
  Id,
  ListOf,
  Moment,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  Text,
  YesNo,
} from '../problems/shapes.ts';
import type { DoorEventRow, DoorPersonRow } from './door-list.queries.ts';
import type { Synced } from './synced.ts';

type DoorStatus = Exclude<AttendeeStatus, 'confirmed'> | 'going';

const doorStatus = (status: AttendeeStatus): DoorStatus => (status === 'confirmed' ? 'going' : status);

/** What a phone needs before the code is typed; nobody's name. */
export class DoorView {
  title!: string;
  /** Of the code's stretching, base64url. */
  salt!: string;
  iterations!: number;
  /** The door is closed: what was scanned before may still be sent for a week. */
  expired!: boolean;

  static of({ title, salt, expired }: { title: string; salt: Buffer; expired: boolean }): DoorView {
    return { title, salt: salt.toString('base64url'), iterations: doorIterations, expired };
  }
}

export class DoorEventView {
  id!: string;
  title!: string;
  startsAt!: string;
  endsAt!: string;
  timeZone!: string;
  capacity!: number;
}

export class DoorPersonView {
  id!: string;
  /** Eight letters to be said aloud, "K7QM-2XHD". */
  code!: string;
  name!: string;
  /** The person and those they bring. */
  party!: number;
  /** The names of those they bring, as far as they are known. */
  guests!: string[];
  status!: DoorStatus;
  part!: 'guest' | 'panelist';
  /** In the queue, from 1. */
  place!: number | null;
  /** What the door should know: "Ask about access". */
  note!: string | null;
  checkedInAt!: string | null;
  /** Which door, or who. */
  by!: string | null;

  static of(row: DoorPersonRow): DoorPersonView {
    const { id, name, guests, part, place, note, by } = row;
    const checkedInAt = row.checkedInAt?.toISOString() ?? null;
    const status = doorStatus(row.status);
    return {
      id,
      code: spokenCodeOf(id),
      name,
      party: row.partySize,
      guests,
      status,
      part,
      place,
      note,
      checkedInAt,
      by: checkedInAt === null ? null : by,
    };
  }
}

export class DoorListView {
  event!: DoorEventView;
  /** What tickets are verified with, without a network: SPKI in base64url. */
  publicKeys!: string[];
  /** Changes when anything of the list does. */
  version!: string;
  /** The first `since`. */
  cursor!: string;
  people!: DoorPersonView[];

  static of(event: DoorEventRow, rows: readonly DoorPersonRow[], publicKeys: string[]): DoorListView {
    const { id, title, startsAt, endsAt, timeZone, capacity, cursor } = event;
    const shown = {
      event: {
        id,
        title,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        timeZone,
        capacity,
      },
      publicKeys,
      people: rows.map((row) => DoorPersonView.of(row)),
    };
    const version = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
    return { ...shown, version, cursor: cursor.toISOString() };
  }
}

export class ScanInput {
  /** Of the phone's making: the same scan sent again is one record. */
  @Id() nonce!: string;
  @OneOf(scanKinds) kind!: ScanKind;
  /** Whom it is of, where no ticket says so. */
  @Optional() @Id() attendeeId?: string;
  /** What stood in the code that was scanned. */
  @Optional() @Text(2000) ticket?: string;
  /** Of a walk-in. */
  @OptionalLine(200) name?: string;
  @OptionalLine(320) email?: string;
  /** By the phone's clock. */
  @Moment() scannedAt!: string;
  /** Lets in whoever is on the list, whatever their RSVP. */
  @Optional() @YesNo() force?: boolean;
}

export class SyncInput {
  /** `cursor` of the answer before; null: nothing of what changed. */
  @OrNull() @Moment() since!: string | null;
  @ListOf(() => ScanInput, 200) scans!: ScanInput[];
}

export class ScanResultView {
  nonce!: string;
  outcome!: ScanOutcome;
  attendeeId!: string | null;
  name!: string | null;
  /** When they came, as it stands now. */
  checkedInAt!: string | null;
  by!: string | null;

  static of(
    { nonce, outcome, attendeeId, name, checkedInAt, by }: ScanResult,
    isNamed = true,
  ): ScanResultView {
    return {
      nonce,
      outcome,
      attendeeId,
      name: isNamed ? name : null,
      checkedInAt: checkedInAt?.toISOString() ?? null,
      by: isNamed ? by : null,
    };
  }
}

export class DoorChangeView {
  id!: string;
  checkedInAt!: string | null;
  by!: string | null;
  status!: DoorStatus;
}

/** People, with those they bring, of all who are going. */
export class DoorCountsView {
  in!: number;
  going!: number;
}

export class SyncView {
  now!: string;
  cursor!: string;
  /** One a scan, in the order sent. */
  results!: ScanResultView[];
  /** Whoever was scanned anywhere since the cursor, as they stand now; somebody unknown: ask for the list anew. */
  changed!: DoorChangeView[];
  counts!: DoorCountsView;

  static of({ now, results, news, isOver }: Synced): SyncView {
    return {
      now: now.toISOString(),
      cursor: news.cursor.toISOString(),
      results: results.map((result) => ScanResultView.of(result, !isOver)),
      changed: news.changed.map(({ id, checkedInAt, by, status }) => ({
        id,
        checkedInAt: checkedInAt?.toISOString() ?? null,
        by: checkedInAt === null ? null : by,
        status: doorStatus(status),
      })),
      counts: { in: news.counts.in, going: news.counts.going },
    };
  }
}
