import type { ExplainNode } from '@tidu/rules';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useLocale, useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { linkClass } from '../../shared/ui/link.tsx';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { useCase } from './case-context.tsx';
import { rootsOf } from './criteria-rows.ts';

interface OutcomeSummaryProps {
  readonly roots: readonly ExplainNode[];
  readonly onChoose: (path: string) => void;
}

/** What it comes to: computed, and after overrides where there are any, side by side; and what alone stands in the way. */
export function OutcomeSummary({ roots, onChoose }: OutcomeSummaryProps) {
  const m = useMessages(reviewMessages);
  const { locale } = useLocale();
  const { view } = useCase();
  const before = view.overruled ? rootsOf(view.computed.explanation, view.claimedTiers, view.claimedAwards) : undefined;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className={before ? 'grid gap-4 sm:grid-cols-2' : ''}>
        {before && <Outcome title={m.computed} roots={before} awards={view.computed.decision.awards} isPast />}
        <Outcome
          title={before ? m.overruled : m.computed}
          roots={roots}
          awards={(view.overruled ?? view.computed).decision.awards}
        />
        {before && <Overruled roots={roots} />}
        {before && <p className="text-caption text-ink-3 sm:col-span-2">{m.bothStay}</p>}
      </div>
      <section aria-label={m.decisive} className="min-w-0 text-small">
        <h3 className="font-semibold">{m.decisive}</h3>
        {view.decisive.length === 0 && <p className="mt-1 text-ink-2">{m.allMet}</p>}
        <ul className="mt-1 space-y-1">
          {view.decisive.map(({ path, text, clause }) => (
            <li key={path}>
              <button type="button" className={`${linkClass} text-left`} onClick={() => onChoose(path)}>
                {text[locale]}
              </button>
              {clause && <span className="ml-2 text-ink-3">{clause}</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Each overruled place with both values, which the outcome alone does not show where only points changed. */
function Overruled({ roots }: { readonly roots: readonly ExplainNode[] }) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  const marked = new Map(roots.flatMap(markedIn).map((node) => [node.path, node]));
  if (marked.size === 0) return null;
  const points = ({ points: given }: { readonly points?: ExplainNode['points'] | undefined }) =>
    given && m.points(format.range(given, 'none'));
  return (
    <ul aria-label={m.overruledPlaces} className="space-y-1 text-small sm:col-span-2">
      {[...marked.values()].map((node) => {
        const [was, now] = [points(node.overruled?.computed ?? {}), points(node)];
        return (
          <li key={node.path}>
            {`${text(node.label) || node.id}：`}
            {was && now ? m.wasNow(was, now) : m.overruledHere}
          </li>
        );
      })}
    </ul>
  );
}

const markedIn = (node: ExplainNode): readonly ExplainNode[] => [
  ...(node.overruled ? [node] : []),
  ...node.kids.flatMap(markedIn),
];

interface OutcomeProps {
  readonly title: string;
  readonly roots: readonly ExplainNode[];
  readonly awards: readonly { readonly award: string; readonly amount: { readonly lo: string; readonly hi: string } }[];
  readonly isPast?: boolean;
}

function Outcome({ title, roots, awards, isPast }: OutcomeProps) {
  const text = useText();
  const format = useFormat();
  return (
    <section aria-label={title} className={`text-small ${isPast ? 'text-ink-2' : ''}`}>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 space-y-1">
        {roots.map((root) => {
          const amount = awards.find(({ award }) => award === root.id)?.amount;
          return (
            <li key={root.path} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>{text(root.label) || root.id}</span>
              {root.verdict && <VerdictBadge verdict={root.verdict} />}
              {amount && root.kind === 'award' && (
                <span className="tabular-nums text-ink-2">{format.range(amount, 'CNY')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
