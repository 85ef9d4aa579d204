import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { applyThose, intend, pendingIntentions } from '../../../lib/intentions.ts';
import { say } from '../../../lib/notes.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { type Run, type RunSlot, type SlotAct, runCalls } from './run-calls.ts';
import { momentAt } from './tables.ts';
import { runKey, useRunPath } from './use-run.ts';

/** Sends something, says why it was refused, and looks again either way. */
export function useSend() {
  const path = useRunPath();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: runKey(path, 'facilitator') }),
  });
}

/** Acts on the clock of a slot. A second press waits until the screen shows what the first one did. */
export function useSlotAct(slot: RunSlot | undefined) {
  const path = useRunPath();
  const send = useSend();
  const [actedOn, setActedOn] = useState('');
  const seen = slot === undefined ? '' : `${slot.id} ${slot.version}`;
  const isBusy = send.isPending || actedOn === seen;
  const act = (name: SlotAct): void => {
    if (slot === undefined || isBusy) return;
    send.mutate(() => runCalls.act(path, slot, name), {
      onSuccess: () => {
        setActedOn(seen);
      },
    });
  };
  return { act, isBusy };
}

const words = app.critiqueRun.acts;

/**
 * A phase that was skipped does not come back, and a work that was heard stays heard: both wait ten seconds, in which they can
 * be undone, unless they are pressed again. A work whose phases are over is done at once.
 */
export function useWeightyAct(run: Run, slot: RunSlot | undefined, now: number) {
  const path = useRunPath();
  const queries = useQueryClient();
  const { act, isBusy } = useSlotAct(slot);
  const weigh = (name: SlotAct): void => {
    if (slot === undefined || isBusy) return;
    const { state, index } = momentAt(run, slot, now);
    const isWeighty = name === 'skip' || (name === 'next' && state !== 'over');
    if (!isWeighty) {
      act(name);
      return;
    }
    const key = `${name}:${slot.id}`;
    if (pendingIntentions().some((one) => one.key === key)) {
      void applyThose((one) => one === key);
      return;
    }
    const ahead = now - Date.now();
    intend({
      key,
      sentence: name === 'skip' ? words.willSkip : words.willEnd(slot.title),
      apply: async () => {
        // The phase may be over by itself meanwhile: then there is nothing to skip.
        if (name === 'skip' && momentAt(run, slot, Date.now() + ahead).index !== index) return;
        await runCalls.act(path, slot, name);
      },
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries({ queryKey: runKey(path, 'facilitator') });
      },
    });
  };
  return { act: weigh, isBusy };
}
