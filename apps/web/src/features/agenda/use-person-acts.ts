import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { intend } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { type AgendaPanel, type AgendaPerson, agendaCalls } from './agenda-calls.ts';
import { useKeepAgenda } from './agenda-queries.ts';
import { whyOf } from './use-move.ts';

const words = app.agenda.people;

type Change = Parameters<typeof agendaCalls.changePerson>[3];

/** What organizers do about somebody on a panel. */
export function usePersonActs(
  { id: panelId }: AgendaPanel,
  { id, name }: AgendaPerson,
): { remind: () => void; remove: () => void; change: (change: Change) => void } {
  const path = useEventPath();
  const keep = useKeepAgenda();
  const refused = (error: unknown): void => {
    say('fault', app.agenda.notDone(whyOf(error)));
  };
  const act = async (call: () => Promise<unknown>, done?: string): Promise<void> => {
    try {
      await call();
      await keep();
      if (done !== undefined) say('done', done);
    } catch (error) {
      refused(error);
    }
  };
  return {
    remind: () => void act(() => agendaCalls.remind(path, panelId, id), words.reminded(name)),
    change: (change) => void act(() => agendaCalls.changePerson(path, panelId, id, change)),
    remove: () => {
      intend({
        key: `panelist:${id}`,
        sentence: words.willRemove(name),
        apply: async () => {
          await agendaCalls.removePerson(path, panelId, id);
          await keep();
        },
        settled: ({ error }) => {
          if (error !== undefined) refused(error);
        },
      });
    },
  };
}
