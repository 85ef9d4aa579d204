import { useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { sentenceOf, ProblemError } from '../../lib/problem.ts';
import { type Agenda, agendaCalls } from './agenda-calls.ts';
import { useKeepAgenda } from './agenda-queries.ts';
import { clockAfter } from './evening-clock.ts';

const words = app.agenda;

export const handleId = (panelId: string): string => `move-${panelId}`;

export interface Moving {
  move: (panelId: string, position: number) => void;
  /** Said aloud: where the last one went. */
  moved: string;
  /** Why one stayed, and which. */
  refused: { panelId: string; sentence: string } | undefined;
  busy: boolean;
}

/** Moves panels one after the other; whoever moved one keeps the focus on its handle. */
export function useMove(together: boolean): Moving {
  const path = useEventPath();
  const keep = useKeepAgenda();
  const [moved, setMoved] = useState('');
  const [refused, setRefused] = useState<Moving['refused']>();
  const [busy, setBusy] = useState(false);
  const focus = useRef<string>(undefined);
  useEffect(() => {
    if (busy || focus.current === undefined) return;
    document.getElementById(handleId(focus.current))?.focus();
    focus.current = undefined;
  }, [busy]);
  const move = async (panelId: string, position: number): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    focus.current = panelId;
    try {
      const agenda = await agendaCalls.move(path, { panelId, position, together });
      await keep(agenda);
      setMoved(tell(agenda, panelId));
    } catch (error) {
      setRefused({ panelId, sentence: words.notMoved(whyOf(error)) });
    } finally {
      setBusy(false);
    }
  };
  return {
    move: (panelId, position) => {
      if (!busy) void move(panelId, position);
    },
    moved,
    refused,
    busy,
  };
}

/** The sentence of the refusal, and which two would have been at once. */
export function whyOf(error: unknown): string {
  const details = error instanceof ProblemError ? error.errors.map(({ detail }) => detail) : [];
  return [sentenceOf(error), ...details].join(' ');
}

function tell({ panels, startsAt, timeZone }: Agenda, panelId: string): string {
  const at = panels.findIndex(({ id }) => id === panelId);
  const panel = panels[at];
  if (panel === undefined) return '';
  const { startsAfter, minutes, topic } = panel;
  const time =
    startsAfter === null
      ? words.noTime
      : words.span(
          clockAfter(startsAt, timeZone, startsAfter),
          clockAfter(startsAt, timeZone, startsAfter + minutes),
        );
  return words.at(at + 1, panels.length, topic, time);
}
