import type { Door } from './door.ts';

const everyMs = 3000;
/** Without an answer: longer each time, up to this. */
const longestMs = 30_000;

/**
 * Keeps a door in step: at once when something happened here, when the network is back and when the phone is looked at
 * again; every three seconds while it is looked at; ever more seldom while nobody answers. One request at a time.
 */
export function keepInStep(door: Door): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = everyMs;
  let isBusy = false;
  let isAsked = false;
  let isOver = false;

  const beat = async (): Promise<void> => {
    clearTimeout(timer);
    isAsked = isBusy;
    if (isBusy || isOver) return;
    isBusy = true;
    const isHeard = await door.sync();
    isBusy = false;
    waitMs = isHeard ? everyMs : Math.min(waitMs * 2, longestMs);
    if (isAsked && isHeard) void beat();
    else schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    if (isOver || door.state().ending !== null) return;
    timer = setTimeout(beatIfSeen, waitMs);
  };
  const beatIfSeen = (): void => {
    // Whatever waits is sent also from a phone in a pocket, and its list is gone there too once it is time.
    if (document.hidden && door.state().waiting === 0 && !door.isLate()) schedule();
    else void beat();
  };
  const now = (): void => {
    waitMs = everyMs;
    void beat();
  };
  const seen = (): void => {
    if (!document.hidden) now();
  };

  door.wake = now;
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', seen);
  now();
  return () => {
    isOver = true;
    clearTimeout(timer);
    door.wake = () => undefined;
    window.removeEventListener('online', now);
    document.removeEventListener('visibilitychange', seen);
  };
}
