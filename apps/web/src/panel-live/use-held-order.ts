import { useCallback, useEffect, useRef, useState } from 'react';
import { heldOrder } from './order.ts';

/** How long after a finger or a key a list keeps still. */
const heldMs = 2_500;

/** Keeps a list still while somebody is at it; then it takes its new order. */
export function useHeldOrder<One extends { id: string }>(fresh: readonly One[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const ids = useRef<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = held === null ? [...fresh] : heldOrder(fresh, held);
  useEffect(() => {
    ids.current = shown.map(({ id }) => id);
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const hold = useCallback(() => {
    clearTimeout(timer.current);
    setHeld((before) => before ?? ids.current);
    timer.current = setTimeout(() => {
      setHeld(null);
    }, heldMs);
  }, []);
  return { shown, hold };
}
