import { useText } from '../../../messages/use-messages.tsx';
import { ScoreBar } from '../../../shared/ui/score-bar.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import { shownTableOf } from '../model/score-lines.ts';

/** Points so far, line by line with their full marks, and the total against the pass mark. */
export function LiveScores({ results }: { readonly results: readonly PolicyResult[] }) {
  const text = useText();
  const shown = shownTableOf(results);
  if (!shown) return null;
  const { route, lines, pass } = shown.table;
  return (
    <section className="space-y-4">
      <h3 className="text-body font-semibold">{text(shown.policy.label)}</h3>
      {route.points && route.full && (
        <ScoreBar
          label={text(route.label)}
          points={route.points}
          full={route.full}
          {...(pass?.threshold ? { pass: pass.threshold.lo } : {})}
        />
      )}
      <div className="space-y-3 border-l-2 border-line pl-3 text-small">
        {lines.map((line) =>
          line.points && line.full ? (
            <ScoreBar key={line.path} label={text(line.label)} points={line.points} full={line.full} />
          ) : null,
        )}
      </div>
    </section>
  );
}
