import { useEffect } from 'react';

/** Keeps the screen on while a work is heard, where the browser can; it lets go by itself when the page is left. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const hold = async (): Promise<void> => {
      if (document.hidden || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (isOver) await lock.release();
      } catch {
        // A phone that saves its battery refuses; then it is as any other page.
      }
    };
    const turn = (): void => void hold();
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', turn);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
