import { useSyncExternalStore } from 'react';

/** Whether the browser knows of a network. */
export const useOnline = (): boolean => useSyncExternalStore(whenOnline, () => navigator.onLine);

function whenOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
