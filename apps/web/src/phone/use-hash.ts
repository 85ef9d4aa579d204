import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
};

/** What stands behind "#" in the address. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash);
