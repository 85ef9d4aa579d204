import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { type EventPath, api } from '../../lib/api.ts';
import { applyThose, intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import type { Drops, IntroductionView } from '../../lib/shapes.ts';
import { rememberBefore } from './before-store.ts';
import { keepChanged, keepCurrent, keepDecision } from './board-changes.ts';
import { boardKey } from './board-query.ts';
import { atOnce, sendTogether } from './drop-together.ts';

const approvePrefix = 'approve:';
const dropPrefix = 'drop:';

export interface Decided {
  approved: ReadonlySet<string>;
  dropped: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

/** Pairs whose decision waits its ten seconds or is on its way, by what was decided. Each set stays the same until its members change. */
export function useDecided(): Decided {
  const keys = useUnsettled().map(({ key }) => key);
  const idsOf = (prefix: string): string =>
    keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .join(',');
  const [approvals, drops] = [idsOf(approvePrefix), idsOf(dropPrefix)];
  const approved = useMemo(() => setOf(approvals), [approvals]);
  const dropped = useMemo(() => setOf(drops), [drops]);
  const all = useMemo(() => new Set([...approved, ...dropped]), [approved, dropped]);
  return { approved, dropped, all };
}

const setOf = (ids: string): ReadonlySet<string> => new Set(ids === '' ? [] : ids.split(','));

/**
 * What is approved is applied before the rest is looked at anew: a pair nobody has approved yet may give way to a better one.
 */
export const applyApprovals = (): Promise<unknown> => applyThose((key) => key.startsWith(approvePrefix));

const drops = sendTogether<{ queries: QueryClient; path: EventPath; pair: IntroductionView }, Drops>(
  async (dropped) => {
    const [{ queries, path }] = dropped;
    const ids = dropped.map(({ pair: { id, version } }) => ({ id, version }));
    const done = await api.introductions.dropAll(path, ids);
    keepDecision(queries, path, done.dropped, done.changes);
    return done;
  },
);

export interface Decide {
  approve: (pair: IntroductionView) => void;
  drop: (pair: IntroductionView) => void;
  approveAll: (pairs: readonly IntroductionView[]) => void;
}

/** Decisions are intentions of ten seconds; `back` gets the pair that came back, undone or changed by somebody else. */
export function useDecide(back: (id: string) => void): Decide {
  const path = useEventPath();
  const queries = useQueryClient();
  const words = app.introductions;
  const decide = (
    pair: IntroductionView,
    key: string,
    sentence: string,
    acts: { apply: () => Promise<void>; before?: () => Promise<unknown> },
  ): void => {
    intend({
      key,
      sentence,
      ...acts,
      settled: ({ error, undone }) => {
        if (undone === true) back(pair.id);
        else if (error !== undefined && refused(queries, path, pair, error)) back(pair.id);
      },
    });
  };
  return {
    approve: (pair) => {
      decide(pair, `${approvePrefix}${pair.id}`, words.willApprove(pair.a.name, pair.b.name), {
        apply: async () => {
          keepChanged(queries, path, [await api.introductions.decide(path, 'approve', pair)]);
        },
      });
    },
    drop: (pair) => {
      decide(pair, `${dropPrefix}${pair.id}`, words.willDrop(pair.a.name, pair.b.name), {
        before: () => Promise.all([applyApprovals(), drops.underWay()]),
        apply: async () => {
          const { refused: others } = await drops.add(path.eventId, { queries, path, pair });
          const why = others.find(({ id }) => id === pair.id);
          if (why !== undefined) throw new ProblemError(409, why);
        },
      });
    },
    approveAll: (pairs) => {
      intend({
        key: `${approvePrefix}${pairs.map(({ id }) => id).join(',')}`,
        sentence: words.willApproveAll(pairs.length),
        apply: () => approveInTurn(queries, path, pairs),
        settled: ({ error }) => {
          if (error !== undefined) say('fault', words.notDone(sentenceOf(error)));
        },
      });
    },
  };
}

async function approveInTurn(
  queries: QueryClient,
  path: EventPath,
  pairs: readonly IntroductionView[],
): Promise<void> {
  const refused: { detail: string }[] = [];
  for (let start = 0; start < pairs.length; start += atOnce) {
    const ids = pairs.slice(start, start + atOnce).map(({ id, version }) => ({ id, version }));
    refused.push(...(await api.introductions.approveAll(path, ids)).refused);
  }
  const [first] = refused;
  if (first !== undefined) say('fault', app.introductions.someRefused(refused.length, first.detail));
  await queries.invalidateQueries({ queryKey: boardKey(path) });
}

/** Says why, and brings the pair up to date. @returns whether it waits for another decision, because somebody changed it */
function refused(queries: QueryClient, path: EventPath, pair: IntroductionView, error: unknown): boolean {
  const words = app.introductions;
  if (!keepCurrent(queries, path, error)) void queries.invalidateQueries({ queryKey: boardKey(path) });
  const isChanged = error instanceof ProblemError && error.code === 'changed-meanwhile';
  if (isChanged) rememberBefore(pair);
  say(
    'fault',
    isChanged ? words.changedMeanwhile(pair.a.name, pair.b.name) : words.notDone(sentenceOf(error)),
  );
  return isChanged;
}
