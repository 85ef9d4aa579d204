import type { Mixer } from '#libs/domain';
import type { TablesNow } from './mixers.queries.ts';

export class MyTableView {
  round!: number;
  table!: number;
  topic!: string | null;
  /** Those at it who let others see their name; nobody before I came. */
  with!: string[];
  /** How many more sit there. */
  others!: number;
}

export class MyTablesView {
  state!: Mixer['state'];
  rounds!: number;
  round!: number;
  minutes!: number;
  roundStartedAt!: string | null;
  now!: string;
  /** Where I sit, round by round; nothing for rounds I left or am not seated in. */
  mine!: MyTableView[];

  /** Names are shown only to people who came, of people who let them be seen (product.md, People). */
  static of({ now, mixer, seats, topics }: TablesNow, attendeeId: string): MyTablesView {
    const { state, rounds, round, minutes, roundStartedAt } = mixer;
    const own = seats.filter((seat) => seat.attendeeId === attendeeId && !seat.left);
    return {
      ...{ state, rounds, round, minutes },
      roundStartedAt: roundStartedAt?.toISOString() ?? null,
      now: now.toISOString(),
      mine: own.map(({ round: inRound, table, here }) => {
        const company = seats.filter(
          (seat) =>
            seat.round === inRound && seat.table === table && !seat.left && seat.attendeeId !== attendeeId,
        );
        const named = company.filter(({ visible }) => here && visible).map(({ name }) => name);
        return {
          round: inRound,
          table,
          topic: topics.find((one) => one.round === inRound && one.table === table)?.topic ?? null,
          with: named,
          others: company.length - named.length,
        };
      }),
    };
  }
}
