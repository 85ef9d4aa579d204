import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  type Conflict,
  type Hearing,
  type Plan,
  type PlannedWork,
  type Standby,
  sessionCalls,
} from './session-calls.ts';
import { useSessionPath } from './session-queries.ts';
import type { Changes } from './use-changes.ts';

/** The work whose critic is being changed; `hearing` null: it lacks one. */
export interface Chosen {
  work: PlannedWork;
  hearing: Hearing | null;
}

/** One critic, or a place without one, is chosen first, and then who takes it. */
export function useChoosing(plan: Plan, changes: Changes) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  /** What was pressed first: what is decided above it goes away, and the focus comes back here. */
  const pressed = useRef<Element | null>(null);
  const path = useSessionPath();
  const { version } = plan.session;
  const {
    data: choices,
    error,
    refetch,
  } = useQuery({
    queryKey: ['critique-choices', path.critiqueSessionId, version, chosen?.hearing?.id],
    queryFn: () => sessionCalls.choices(path, chosen?.hearing?.id ?? ''),
    enabled: chosen?.hearing != null,
  });
  const leave = (): void => {
    if (chosen === null) return;
    setChosen(null);
    if (pressed.current instanceof HTMLElement) pressed.current.focus();
  };
  return {
    chosen,
    choose: (one: Chosen): void => {
      pressed.current = document.activeElement;
      setChosen(one);
    },
    leave,
    isLooking: chosen?.hearing != null && choices === undefined,
    /** Why it is not known who could take it. */
    error: chosen?.hearing == null ? null : error,
    lookAgain: (): void => void refetch(),
    /** What stands against an exchange; null: it is no partner at all. */
    against: (hearing: Hearing): readonly Conflict[] | null =>
      choices?.swaps.find(({ id }) => id === hearing.id)?.conflicts ?? null,
    /** What is known to stand against somebody; a place without a critic is refused only once it is tried. */
    againstPerson: ({ attendeeId }: Standby): readonly Conflict[] =>
      choices?.standby.find((one) => one.attendeeId === attendeeId)?.conflicts ?? [],
    take: (other: Hearing): void => {
      if (chosen?.hearing != null) changes.swap(chosen.hearing, other);
      setChosen(null);
    },
    give: (person: Standby): void => {
      if (chosen === null) return;
      if (chosen.hearing === null) changes.assign(chosen.work, person);
      else changes.replace(chosen.hearing, person, chosen.work);
      leave();
    },
  };
}

export type Choosing = ReturnType<typeof useChoosing>;

/** A warning alone refuses nothing. */
export const refuses = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some((conflict) => conflict !== 'again');
