import type { Route } from '@tidu/rules';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { PredTree } from './pred-tree.tsx';
import { ScoreView } from './score-view.tsx';

/** One way into a tier; a scored one with its whole score table. */
export function RouteCard({ route }: { readonly route: Route }) {
  const { nameOf, say, m } = usePolicyWords();
  const scored = route.k === 'scored';
  return (
    <article className="min-w-0 rounded-2 border border-line bg-surface p-4 sm:p-5">
      <p className="text-caption text-ink-2">{m.routeKind[route.k]}</p>
      <h4 className="font-semibold">
        {nameOf(route)}
        <BasisMark cites={route.cite} />
      </h4>
      <div className="mt-2 text-small text-ink-2">
        {scored ? <p className="text-body font-medium text-ink">{say(route)}</p> : <PredTree pred={route.when} inner />}
      </div>
      {scored && (
        <div className="mt-4">
          <ScoreView node={route.score} />
        </div>
      )}
    </article>
  );
}
