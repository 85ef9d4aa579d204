import { useLayoutEffect, useRef } from 'react';

/** A row that moves takes the focus of what was pressed in it away; this gives it back once the rows stand anew. */
export function useFocusAfterChange(rows: readonly unknown[]): (id: string | undefined) => void {
  const wanted = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  }, [rows]);
  return (id) => {
    wanted.current = id;
  };
}
