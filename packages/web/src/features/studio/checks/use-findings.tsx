import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useDraftDesk } from '../draft/use-draft.tsx';
import type { CheckAnswer, CheckRequest, ToldFinding } from './check-worker.ts';

export interface Findings {
  readonly findings: readonly ToldFinding[];
  readonly counts: Readonly<Record<ToldFinding['level'], number>>;
  readonly isChecking: boolean;
  readonly failed: boolean;
}

const NONE: Findings = { findings: [], counts: { error: 0, warn: 0, hint: 0 }, isChecking: false, failed: false };
const FindingsContext = createContext<Findings>(NONE);
export const useFindings = (): Findings => use(FindingsContext);

const WAIT_MS = 400;

/** Checks the text while it is edited, in a worker so that typing never waits. */
export function FindingsProvider({ children }: { readonly children: ReactNode }) {
  const { doc, view } = useDraftDesk();
  const worker = useRef<Worker>(undefined);
  const turn = useRef(0);
  const [answer, setAnswer] = useState<CheckAnswer>();
  const [asked, setAsked] = useState(0);
  const isReadable = view.problems.length === 0;
  useEffect(() => {
    const own = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', (event: MessageEvent<CheckAnswer>) => setAnswer(event.data));
    worker.current = own;
    return () => own.terminate();
  }, []);
  useEffect(() => {
    if (!isReadable) return;
    const timer = window.setTimeout(() => {
      turn.current += 1;
      setAsked(turn.current);
      worker.current?.postMessage({ turn: turn.current, doc } satisfies CheckRequest);
    }, WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [doc, isReadable]);
  const value = useMemo<Findings>(() => {
    if (!isReadable || !answer) return { ...NONE, isChecking: isReadable };
    const count = (level: ToldFinding['level']): number => answer.findings.filter((f) => f.level === level).length;
    return {
      findings: answer.findings,
      counts: { error: count('error'), warn: count('warn'), hint: count('hint') },
      isChecking: answer.turn < asked,
      failed: answer.failed,
    };
  }, [answer, asked, isReadable]);
  return <FindingsContext value={value}>{children}</FindingsContext>;
}
