import { useEffect, useId, useRef, useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { ChevronIcon } from '../../../shared/ui/icons.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import type { Question } from '../model/questions.ts';
import { aboveOf, isLadder, type Standing } from '../model/standing.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { LivePanel } from './live-panel.tsx';
import { useStandings } from './use-standings.ts';

interface LiveBarProps {
  readonly check: SelfCheck;
  readonly onGo: (question: Question) => void;
}

/** The result on a narrow screen: one line at the bottom that opens to the whole panel. */
export function LiveBar({ check, onGo }: LiveBarProps) {
  const m = useMessages(selfCheckMessages);
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const ladder = check.results.find(({ doc }) => isLadder(doc));
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [open]);
  return (
    <section
      aria-label={m.live}
      data-screen-only=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line-strong bg-raised shadow-2 lg:hidden"
    >
      {open && (
        <div id={panelId} className="page-x max-h-[75vh] overflow-y-auto overscroll-contain py-5">
          <LivePanel
            check={check}
            onGo={(question) => {
              setOpen(false);
              onGo(question);
            }}
          />
        </div>
      )}
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
        className="page-x flex min-h-14 w-full items-center justify-between gap-3 text-left"
      >
        <span className="min-w-0 text-small">{ladder ? <Line ladder={ladder} /> : m.live}</span>
        <span className="inline-flex shrink-0 items-center gap-1 text-small text-celadon">
          {open ? m.bar.collapse : m.bar.expand}
          <ChevronIcon className={`size-4 ${open ? '' : 'rotate-180'}`} />
        </span>
      </button>
    </section>
  );
}

function Line({ ladder }: { readonly ladder: PolicyResult }) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const standings = useStandings(ladder);
  const here = standings.find((s) => s.state === 'here');
  const above = aboveOf(standings);
  const lead = here ? m.bar.here(text(here.tier.label)) : above?.state === 'possible' ? m.bar.open : m.bar.none;
  return (
    <>
      <span className="block truncate font-semibold">{lead}</span>
      {above && <span className="block truncate text-caption text-ink-2">{gapOf(above)}</span>}
    </>
  );

  function gapOf({ tier, result, unmet, open }: Standing): string {
    const label = text(tier.label);
    return result.outcome === 'no' ? m.bar.gap(label, unmet) : m.bar.waits(label, open);
  }
}
