import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { sentenceOf } from '../../lib/problem.ts';
import type { MyQuestions } from '../../panel-live/live.ts';
import { ServerClock } from '../../phone/server-clock.ts';
import { useFollowed } from '../../phone/use-followed.ts';
import { calls } from '../calls.ts';
import { type Press, type Presses, isMineOld, withVote } from './votes.ts';

/** One clock for the whole page: every message sets it right. */
export const clock = new ServerClock();

export const mineKey = (token: string, panelId: string) => ['evening-mine', token, panelId] as const;

/** A panel as the room sees it, while its page is looked at. */
export const usePanelLive = (token: string, panelId: string) =>
  useFollowed({
    queryKey: ['evening-panel', token, panelId],
    read: () => calls.live(token, panelId),
    stream: calls.liveStream(token, panelId),
    event: 'panel',
    clock,
  });

/** What I asked and voted for; asked for again when the panel shows that it has changed. */
export function useMine(token: string, panelId: string, live: Parameters<typeof isMineOld>[1] | undefined) {
  const query = useQuery({ queryKey: mineKey(token, panelId), queryFn: () => calls.mine(token, panelId) });
  const { data, refetch } = query;
  // Only what the room sees is news; an answer that is as old as before is not asked for again and again.
  const look = useEffectEvent(() => {
    if (data !== undefined && live !== undefined && isMineOld(data, live)) void refetch();
  });
  useEffect(() => {
    look();
  }, [live]);
  return query;
}

/** Votes by one tap: shown at once, undone when they are refused. Of several taps the last one counts. */
export function useVotes(token: string, panelId: string, version: number) {
  const queries = useQueryClient();
  const [presses, setPresses] = useState<Presses>({});
  const [fault, setFault] = useState<string | null>(null);
  const wanted = useRef(new Map<string, boolean>());
  const busy = useRef(new Set<string>());
  const show = (id: string, press: Press | undefined): void => {
    setPresses((before) => {
      const others = Object.fromEntries(Object.entries(before).filter(([one]) => one !== id));
      return press === undefined ? others : { ...others, [id]: press };
    });
  };
  const send = async (id: string): Promise<void> => {
    if (busy.current.has(id)) return;
    busy.current.add(id);
    try {
      let sent: boolean | undefined;
      for (let isFor = wanted.current.get(id); isFor !== undefined && isFor !== sent;) {
        await calls.vote(token, panelId, id, isFor);
        sent = isFor;
        queries.setQueryData<MyQuestions>(
          mineKey(token, panelId),
          (mine) => mine && withVote(mine, id, isFor === true),
        );
        isFor = wanted.current.get(id);
      }
    } catch (error) {
      setFault(sentenceOf(error));
      show(id, undefined);
      void queries.invalidateQueries({ queryKey: mineKey(token, panelId) });
    } finally {
      busy.current.delete(id);
    }
  };
  const vote = (id: string, isFor: boolean): void => {
    setFault(null);
    wanted.current.set(id, isFor);
    // A second tap before the room heard of the first takes back what was not counted yet.
    const before = presses[id];
    const isBack = before?.atVersion === version && before.isFor !== isFor;
    show(id, isBack ? { isFor, atVersion: -1 } : { isFor, atVersion: version });
    void send(id);
  };
  return { presses, vote, fault };
}
