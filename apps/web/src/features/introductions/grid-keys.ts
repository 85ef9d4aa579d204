import type { KeyboardEvent } from 'react';

/** Arrows move through what carries `data-row` as it stands on the screen, Home and End to the ends. */
export function moveThroughGrid(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  const columns = columnsOf(rows);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
}

function columnsOf(rows: readonly HTMLElement[]): number {
  const topOf = (row: HTMLElement | undefined): number | undefined => row?.getBoundingClientRect().top;
  const first = topOf(rows[0]);
  const second = rows.findIndex((row) => topOf(row) !== first);
  return second < 0 ? rows.length : second;
}
