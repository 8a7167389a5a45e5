import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { LiveLadder } from '../form/live-ladder.tsx';
import { LiveTitles } from '../form/live-titles.tsx';
import { useStandings } from '../form/use-standings.ts';
import { type Summary, summaryOf } from '../model/summary.ts';
import type { Explained } from '../model/use-explanations.ts';
import { VetoNote } from './veto-note.tsx';

interface SummarySectionProps {
  readonly ladder: Explained | undefined;
  readonly money: Explained | undefined;
  readonly titles: readonly Explained[];
}

/** The result in one sentence, the ladder under it, the money and the other titles beside. */
export function SummarySection({ ladder, money, titles }: SummarySectionProps) {
  const m = useMessages(selfCheckResultMessages);
  const form = useMessages(selfCheckMessages);
  const format = useFormat();
  return (
    <section className="space-y-6">
      <div className="max-w-prose text-lead">
        {ladder && <Headline ladder={ladder} />}
        {ladder && <VetoNote policy={ladder} />}
        {money && <p className="mt-2">{m.money(format.range(money.decision.total, 'CNY'))}</p>}
        {ladder?.decision.tiers.some((t) => t.tainted) && (
          <p className="mt-2 text-small text-ink-2">{form.rung.tainted}</p>
        )}
      </div>
      {ladder && (
        <figure aria-label={m.ladder}>
          <LiveLadder ladder={ladder} />
        </figure>
      )}
      <div className="max-w-md">
        <LiveTitles results={titles} level="h2" />
      </div>
    </section>
  );
}

function Headline({ ladder }: { readonly ladder: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const summary = summaryOf(useStandings(ladder));
  const above = summary.kind === 'here' || summary.kind === 'none' ? summary.above : undefined;
  return (
    <>
      <p className="text-h2 font-semibold" data-testid="headline">
        {lead(summary)}
      </p>
      {above && above.unmet > 0 && <p className="mt-2">{m.summary.gap(text(above.tier.label), above.unmet)}</p>}
      {summary.kind === 'here' && !above && <p className="mt-2">{m.summary.top}</p>}
    </>
  );

  function lead(s: Summary): string {
    if (s.kind === 'here') return m.summary.here(text(s.here.tier.label));
    if (s.kind === 'hereOpen') return m.summary.hereOpen(text(s.here.tier.label), text(s.top.tier.label), s.open);
    return s.kind === 'open' ? m.summary.open(text(s.top.tier.label), s.open) : m.summary.none;
  }
}
