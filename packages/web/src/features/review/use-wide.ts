import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => matchMedia('(min-width: 64rem)');

function watch(onChange: () => void): () => void {
  const list = query();
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

/** Whether there is room for two columns. */
export const useWide = (): boolean => useSyncExternalStore(watch, () => query().matches);
