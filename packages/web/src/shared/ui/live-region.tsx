import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { CheckIcon } from './icons.tsx';

/** `say` is heard only; `show` is heard and seen for a few seconds. */
interface Announcer {
  readonly say: (text: string) => void;
  readonly show: (text: string) => void;
}

const AnnouncerContext = createContext<Announcer>({ say: () => {}, show: () => {} });
const SHOWN_MS = 6000;

/** One polite live region for the whole page, and the toast that goes with it. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [heard, setHeard] = useState('');
  const [seen, setSeen] = useState('');
  const timer = useRef<number>(undefined);
  const say = useCallback((text: string) => setHeard(text), []);
  const show = useCallback((text: string) => {
    setHeard(text);
    setSeen(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSeen(''), SHOWN_MS);
  }, []);
  const [announcer] = useState<Announcer>({ say, show });
  return (
    <AnnouncerContext value={announcer}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {heard}
      </div>
      {seen && (
        <div
          aria-hidden="true"
          data-screen-only=""
          className="fixed inset-x-4 bottom-6 z-50 mx-auto flex w-fit items-center gap-2 rounded-2 bg-ink px-5 py-3 text-paper shadow-2"
        >
          <CheckIcon />
          {seen}
        </div>
      )}
    </AnnouncerContext>
  );
}

export const useAnnouncer = (): Announcer => use(AnnouncerContext);
