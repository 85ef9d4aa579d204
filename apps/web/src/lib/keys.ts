import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** One key of a screen: what it does in words, for the list behind "?". */
export interface KeyBinding {
  key: string;
  shown: string;
  label: string;
  /** Held down it counts as one press. */
  once?: true;
  run: () => void;
}

let screens: readonly (readonly KeyBinding[])[] = [];
const listeners = new Set<() => void>();
const change = (next: typeof screens): void => {
  screens = next;
  listeners.forEach((listener) => {
    listener();
  });
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Letters belong to whoever types, and to the dialog while one is open. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}

/** Arrows, Enter and Space keep their own meaning on what has the focus. */
function isOwn({ key, target }: KeyboardEvent): boolean {
  const pressed = { Enter: 'a, button, summary', ' ': 'button, summary' }[key];
  return pressed !== undefined && target instanceof HTMLElement && target.closest(pressed) !== null;
}

/** Keys of a screen while it stands; no modifier, never while typing. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || isOwn(event)) return;
    const binding = bindings.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (binding === undefined) return;
    event.preventDefault();
    if (event.repeat && binding.once === true) return;
    binding.run();
  });
  const names = bindings.map(({ shown, label }) => `${shown} ${label}`).join('|');
  const current = useEffectEvent(() => bindings);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      press(event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  useEffect(() => {
    const own = current();
    change([...screens, own]);
    return () => {
      change(screens.filter((screen) => screen !== own));
    };
  }, [names]);
}

const allKeys = (): typeof screens => screens;
export const useAllKeys = (): typeof screens => useSyncExternalStore(subscribe, allKeys);

/** Up and down move through the rows of a list, Home and End to its ends; a row is whatever carries `data-row`. */
export function moveThroughRows(event: React.KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined || at < 0 ? undefined : rows[to];
  if (row === undefined) return;
  event.preventDefault();
  row.focus();
}
