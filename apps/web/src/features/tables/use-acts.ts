import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { tablesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { intend, secondsToUndo, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { newestOf } from '../../phone/use-followed.ts';
import { isByHand, tablesOf } from './rooms.ts';
import { type DrawInput, type Mixer, type MixerSettings, tableCalls } from './table-calls.ts';
import { mixerKey } from './use-mixer.ts';

const words = tablesApp;

/** What was just done, and its way back. */
export interface Done {
  sentence: string;
  undo?: () => void;
}

interface Act {
  run: (mixer: Mixer) => Promise<Mixer>;
  /** What is said once it stands, from how it stands then. */
  done?: (fresh: Mixer) => Done;
}

interface Person {
  attendeeId: string;
  name: string;
}

/** What hosts do to the tables. It counts at once; most of it has its way back for ten seconds. */
export function useActs(mixer: Mixer) {
  const path = useEventPath();
  const queries = useQueryClient();
  const [done, setDone] = useDone();
  const unsettled = useUnsettled().map(({ key }) => key);
  const keep = (fresh: Mixer): void => {
    queries.setQueryData<Mixer>(mixerKey(path), (old) => newestOf(old, fresh));
  };
  const refused = (error: Error): void => {
    say('fault', sentenceOf(error));
    if (error instanceof ProblemError && error.current !== undefined) keep(error.current as Mixer);
    else void queries.invalidateQueries({ queryKey: mixerKey(path) });
  };
  const send = useMutation({
    // What stands now, not what stood when the way back was offered.
    mutationFn: ({ run }: Act) => run(queries.getQueryData<Mixer>(mixerKey(path)) ?? mixer),
    onMutate: () => {
      setDone(null);
    },
    onSuccess: (fresh, { done: said }) => {
      keep(fresh);
      setDone(said?.(fresh) ?? null);
    },
    onError: refused,
  });
  const act = (meant: Act): void => {
    send.mutate(meant);
  };
  const later = (key: string, sentence: string, run: Act['run']): void => {
    intend({
      key: `${key} ${path.eventId}`,
      sentence,
      apply: async () => {
        keep(await run(queries.getQueryData<Mixer>(mixerKey(path)) ?? mixer));
      },
      settled: ({ error }) => {
        if (error !== undefined) refused(error as Error);
      },
    });
  };
  const draw = (who: DrawInput['who'], wish: Pick<DrawInput, 'anew' | 'seed'>): Act => ({
    run: ({ version }) => tableCalls.draw(path, { who, version, ...wish }),
  });
  const back: Act = { run: ({ version }) => tableCalls.back(path, version) };
  return {
    done,
    isBusy: send.isPending || unsettled.some((key) => key.endsWith(` ${path.eventId}`)),
    change: (settings: Omit<MixerSettings, 'version'>) => {
      act({
        run: ({ version }) => tableCalls.change(path, { ...settings, version }),
        done: () => ({ sentence: words.settings.saved }),
      });
    },
    draw: (who: DrawInput['who']) => {
      act({
        ...draw(who, {}),
        done: ({ tables }) => ({ sentence: words.draw.drawn(tables ?? 0) }),
      });
    },
    /** By hand nothing comes back: then it waits ten seconds before it is done at all. */
    drawAgain: (who: DrawInput['who']) => {
      const anew = draw(who, { anew: true });
      if (isByHand(mixer)) later('draw', words.draw.willDraw, anew.run);
      else
        act({
          ...anew,
          done: () => ({
            sentence: words.draw.drawnAgain,
            undo: () => {
              act(draw(seatedOf(mixer), { seed: mixer.seed }));
            },
          }),
        });
    },
    clear: () => {
      later('clear', words.draw.willClear, ({ version }) => tableCalls.clear(path, version));
    },
    next: () => {
      act({
        run: ({ version }) => tableCalls.next(path, version),
        done: ({ state, round }) => ({
          sentence: state === 'ended' ? words.acts.ended : words.acts.started(round),
          undo: () => {
            act(back);
          },
        }),
      });
    },
    back: () => {
      act(back);
    },
    seat: ({ attendeeId, name }: Person) => {
      act({
        run: () => tableCalls.seat(path, attendeeId),
        done: (fresh) => ({
          sentence: words.person.seated(name, tablesOf(fresh, attendeeId)),
          undo: () => {
            act({ run: () => tableCalls.leave(path, attendeeId) });
          },
        }),
      });
    },
    leave: ({ attendeeId, name }: Person) => {
      act({
        run: () => tableCalls.leave(path, attendeeId),
        done: () => ({
          sentence: words.person.left(name),
          undo: () => {
            act({ run: () => tableCalls.comeBack(path, attendeeId) });
          },
        }),
      });
    },
    comeBack: ({ attendeeId, name }: Person) => {
      act({
        run: () => tableCalls.comeBack(path, attendeeId),
        done: () => ({ sentence: words.person.back(name) }),
      });
    },
    move: ({ attendeeId, name }: Person, round: number, from: number, table: number) => {
      act({
        run: () => tableCalls.move(path, { attendeeId, round, table }),
        done: () => ({
          sentence: words.person.moved(name, table),
          undo: () => {
            act({ run: () => tableCalls.move(path, { attendeeId, round, table: from }) });
          },
        }),
      });
    },
  };
}

export type Acts = ReturnType<typeof useActs>;

/** For whom the tables that stand were drawn: somebody without a table who is going was not among them. */
function seatedOf({ people, seating }: Mixer): DrawInput['who'] {
  const seated = seating.flatMap(({ tables }) => tables.flatMap((table) => table.people));
  const ids = new Set(seated.map(({ attendeeId }) => attendeeId));
  return people.some(({ attendeeId, here }) => !here && ids.has(attendeeId)) ? 'going' : 'here';
}

function useDone() {
  const state = useState<Done | null>(null);
  const [done, setDone] = state;
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => {
      setDone(null);
    }, secondsToUndo * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [done, setDone]);
  return state;
}
