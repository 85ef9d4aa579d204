import { useState } from 'react';
import type { AttendeeView } from '../../lib/shapes.ts';
import { useWaitingActs } from './use-guest-acts.ts';

/** What the api takes in one go. */
export const mostSelected = 200;

export interface Selection {
  ids: string[];
  isAll: boolean;
  one: (id: string, isSelected: boolean) => void;
  all: (isSelected: boolean) => void;
  none: () => void;
}

/** Of those who wait for an answer. Who is decided about, or not shown any more, is not selected any more. */
export function useSelection(guests: readonly AttendeeView[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const waiting = useWaitingActs();
  const open = guests
    .filter(({ id, status }) => status === 'pending' && !waiting.has(id))
    .map(({ id }) => id);
  const ids = open.filter((id) => chosen.has(id)).slice(0, mostSelected);
  return {
    ids,
    isAll: ids.length > 0 && ids.length === Math.min(open.length, mostSelected),
    one: (id, isSelected) => {
      setChosen(new Set(isSelected ? [...ids, id] : ids.filter((other) => other !== id)));
    },
    all: (isSelected) => {
      setChosen(new Set(isSelected ? open : []));
    },
    none: () => {
      setChosen(new Set());
    },
  };
}
