import { type Mixer, fewestAtTables, mostAtTables } from '#libs/domain';
import { Id, OneOf, Optional, WholeNumber, YesNo } from '../problems/shapes.ts';
import type { GuestRow, TablesNow } from './mixers.queries.ts';
import type { Told } from './told.ts';

const greatestVersion = 2_147_483_647;

export class MixerVersion {
  /** As the screen showed it. */
  @WholeNumber(1, greatestVersion) version!: number;
}

export class MixerInput extends MixerVersion {
  @WholeNumber(1, 4) rounds!: number;
  /** People at a table, at most; tables of three take a fourth rather than leave two alone. */
  @WholeNumber(3, 6) seats!: number;
  /** Of a round. */
  @WholeNumber(40, 180) minutes!: number;
  @YesNo() employersApart!: boolean;
}

export class DrawInput extends MixerVersion {
  /** Those who were checked in, or everybody who is going. */
  @OneOf(['here', 'going']) who!: 'here' | 'going';
  /** Other lots than last time. */
  @Optional() @YesNo() anew?: boolean;
  /** These lots: the same people get the same tables as with them before. */
  @Optional() @WholeNumber(1, greatestVersion) seed?: number;
}

export class SeatInput {
  @Id() attendeeId!: string;
}

export class SeatMoveInput extends SeatInput {
  @WholeNumber(1, 4) round!: number;
  /** The one after the last opens another table. */
  @WholeNumber(1, 400) table!: number;
}

export class MixerGuestView {
  attendeeId!: string;
  name!: string;
  stage!: string | null;
  /** Came, as the door says. */
  here!: boolean;
  /** Lets others at the evening see their name. */
  visible!: boolean;
}

export class MixerSeatView {
  attendeeId!: string;
  name!: string;
  source!: 'drawn' | 'late' | 'host';
  /** Gone, for now or for good; nobody was moved for it. */
  left!: boolean;
  /** Lets others at the evening see their name: a screen of the room shows no other. */
  visible!: boolean;
}

export class MixerTableView {
  table!: number;
  topic!: string | null;
  people!: MixerSeatView[];
}

export class MixerRoundView {
  round!: number;
  tables!: MixerTableView[];
}

export class MixerToldView {
  repeats!: number;
  knownTogether!: number;
  /** Null where no two are known to work at the same place. */
  employersTogether!: number | null;
  tablesWithoutTopic!: number;
  /** Null where fewer than two told their stage. */
  tablesOfOneStage!: number | null;
}

export class MixerView {
  id!: string;
  format!: 'open' | 'tables';
  rounds!: number;
  seats!: number;
  minutes!: number;
  employersApart!: boolean;
  state!: Mixer['state'];
  round!: number;
  roundStartedAt!: string | null;
  /** How many tables there are; null: none are drawn. */
  tables!: number | null;
  /** The lots of the last draw. */
  seed!: number;
  version!: number;
  now!: string;
  /** How many came. */
  here!: number;
  fewestPeople!: number;
  mostPeople!: number;
  people!: MixerGuestView[];
  seating!: MixerRoundView[];
  told!: MixerToldView | null;

  static of(
    { now, mixer, seats, topics }: TablesNow,
    guests: readonly GuestRow[],
    told: Told | null,
  ): MixerView {
    const { id, format, rounds, minutes, employersApart, state, round, tables, seed, version } = mixer;
    const numbers = (many: number) => Array.from({ length: many }, (_, at) => at + 1);
    const atTable = (inRound: number, table: number): MixerTableView => ({
      table,
      topic: topics.find((one) => one.round === inRound && one.table === table)?.topic ?? null,
      people: seats
        .filter((seat) => seat.round === inRound && seat.table === table)
        .map(({ attendeeId, name, source, left, visible }) => ({ attendeeId, name, source, left, visible })),
    });
    return {
      ...{
        id,
        format,
        rounds,
        seats: mixer.seats,
        minutes,
        employersApart,
        state,
        round,
        tables,
        seed,
        version,
      },
      roundStartedAt: mixer.roundStartedAt?.toISOString() ?? null,
      now: now.toISOString(),
      here: guests.filter((guest) => guest.here).length,
      fewestPeople: fewestAtTables,
      mostPeople: mostAtTables,
      people: guests.map(({ attendeeId, name, profile, here, visible }) => ({
        ...{ attendeeId, name, stage: profile.stage, here, visible },
      })),
      seating:
        state === 'open'
          ? []
          : numbers(rounds).map((inRound) => ({
              round: inRound,
              tables: numbers(tables ?? 0).map((table) => atTable(inRound, table)),
            })),
      told,
    };
  }
}
