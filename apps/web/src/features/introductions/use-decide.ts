import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { type EventPath, api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { boardKey } from './board-query.ts';

const approvePrefix = 'approve:';
const dropPrefix = 'drop:';

/** Pairs whose decision waits its ten seconds, by what was decided. */
export function useDecided(): { approved: ReadonlySet<string>; all: ReadonlySet<string> } {
  const keys = useIntentions().map(({ key }) => key);
  const idsOf = (prefix: string): string[] =>
    keys.filter((key) => key.startsWith(prefix)).flatMap((key) => key.slice(prefix.length).split(','));
  const approved = idsOf(approvePrefix);
  return { approved: new Set(approved), all: new Set([...approved, ...idsOf(dropPrefix)]) };
}

export interface Decide {
  approve: (pair: IntroductionView) => void;
  drop: (pair: IntroductionView) => void;
  approveAll: (pairs: readonly IntroductionView[]) => void;
}

/** As many as a request takes. */
const atOnce = 200;

async function approveInTurn(path: EventPath, ids: Pick<IntroductionView, 'id' | 'version'>[]) {
  const refused: { detail: string }[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    refused.push(...(await api.introductions.approveAll(path, ids.slice(start, start + atOnce))).refused);
  }
  return refused;
}

/** Decisions are intentions of ten seconds; `undone` gets the pair that came back. */
export function useDecide(undone: (id: string) => void): Decide {
  const path = useEventPath();
  const queries = useQueryClient();
  const words = app.introductions;
  const wait = (key: string, sentence: string, first: string, apply: () => Promise<unknown>): void => {
    intend({
      key,
      sentence,
      apply,
      settled: (outcome) => {
        if (outcome.error !== undefined) say('fault', words.notDone(sentenceOf(outcome.error)));
        if (outcome.undone === true) undone(first);
        else void queries.invalidateQueries({ queryKey: boardKey(path) });
      },
    });
  };
  return {
    approve: (pair) => {
      const sentence = words.willApprove(pair.a.name, pair.b.name);
      wait(`${approvePrefix}${pair.id}`, sentence, pair.id, () =>
        api.introductions.decide(path, 'approve', pair),
      );
    },
    drop: (pair) => {
      const sentence = words.willDrop(pair.a.name, pair.b.name);
      wait(`${dropPrefix}${pair.id}`, sentence, pair.id, () => api.introductions.decide(path, 'drop', pair));
    },
    approveAll: (pairs) => {
      const ids = pairs.map(({ id, version }) => ({ id, version }));
      const key = `${approvePrefix}${ids.map(({ id }) => id).join(',')}`;
      wait(key, words.willApproveAll(ids.length), ids[0]?.id ?? '', async () => {
        const refused = await approveInTurn(path, ids);
        if (refused.length > 0) say('fault', words.someRefused(refused.length, refused[0]?.detail ?? ''));
      });
    },
  };
}
