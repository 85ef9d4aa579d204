import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { standsIn } from './plan-rows.ts';
import { type Hearing, type Plan, type PlannedWork, sessionCalls } from './session-calls.ts';
import { planQuery, useKeepPlan, useSessionPath } from './session-queries.ts';

const words = app.critiqueSessions.plan;

interface Person {
  attendeeId: string;
  name: string;
}

interface Change {
  key: string;
  sentence: string;
  /** Hearings as the host saw them when choosing; another critic there by now is another decision. */
  seen: readonly Hearing[];
  act: (version: number) => Promise<Plan>;
}

/** Keys of changes of who hears whom, which a new drawing has to wait for. */
export const isByHand = (key: string): boolean => key.startsWith('hearings ') || key.startsWith('work ');

/** What a host changes by hand, each ten seconds later, and the hearings that wait for it. */
export function useChanges() {
  const path = useSessionPath();
  const queries = useQueryClient();
  const keep = useKeepPlan();
  const unsettled = useUnsettled().map(({ key }) => key);
  const apply = async ({ seen, act }: Change): Promise<void> => {
    const known = queries.getQueryData(planQuery(path).queryKey) ?? (await sessionCalls.read(path));
    const standing = (plan: Plan): number => {
      if (!seen.every((hearing) => standsIn(plan, hearing))) throw new Overtaken();
      return plan.session.version;
    };
    try {
      keep(await act(standing(known)));
    } catch (error) {
      // Whatever else changed meanwhile, a work that came in or another swap, stands in the way of nobody.
      if (!(error instanceof ProblemError) || error.code !== 'changed-meanwhile') throw error;
      keep(await act(standing(await sessionCalls.read(path))));
    }
  };
  const change = (meant: Change): void => {
    intend({
      key: meant.key,
      sentence: meant.sentence,
      apply: () => apply(meant),
      settled: ({ error }) => {
        if (error === undefined) return;
        const why = error instanceof Overtaken ? words.overtaken : sentenceOf(error);
        say('fault', app.critiqueSessions.notDone(why));
        void queries.invalidateQueries(planQuery(path));
      },
    });
  };
  return {
    isChanging: (hearing: Hearing): boolean => unsettled.some((key) => key.includes(hearing.id)),
    swap: (a: Hearing, b: Hearing): void => {
      change({
        key: `hearings ${a.id} ${b.id}`,
        sentence: words.willSwap(a.critic, b.critic),
        seen: [a, b],
        act: (version) => sessionCalls.swap(path, { a: a.id, b: b.id, version }),
      });
    },
    replace: (hearing: Hearing, { attendeeId, name }: Person, work: PlannedWork): void => {
      change({
        key: `hearings ${hearing.id}`,
        sentence: words.willGive(name, work.title),
        seen: [hearing],
        act: (version) => sessionCalls.replace(path, hearing.id, { attendeeId, version }),
      });
    },
    assign: ({ id: submissionId, title }: PlannedWork, { attendeeId, name }: Person): void => {
      change({
        key: `work ${submissionId} ${attendeeId}`,
        sentence: words.willGive(name, title),
        seen: [],
        act: (version) => sessionCalls.assign(path, { submissionId, attendeeId, version }),
      });
    },
    unplan: (): void => {
      change({
        key: `unplan ${path.critiqueSessionId}`,
        sentence: words.willUnplan,
        seen: [],
        act: () => sessionCalls.unplan(path),
      });
    },
    isUnplanning: unsettled.includes(`unplan ${path.critiqueSessionId}`),
  };
}

export type Changes = ReturnType<typeof useChanges>;

/** Somebody else decided about the same critic first. */
class Overtaken extends Error {}
