import { type Path, pathsTo } from '@tidu/rules';
import { useEffect, useState } from 'react';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useStandings } from '../form/use-standings.ts';
import { aboveOf } from '../model/standing.ts';
import type { Explained } from '../model/use-explanations.ts';
import { PathMoves } from './path-moves.tsx';

const MOST = 3;

/** The cheapest verified ways to the next rung. Worked out after the page is drawn, because it tries many firms. */
export function PathSection({ ladder }: { readonly ladder: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const above = aboveOf(useStandings(ladder));
  const goal = above?.tier.id;
  const [found, setFound] = useState<{ readonly of: Explained; readonly paths: readonly Path[] }>();
  useEffect(() => {
    if (goal === undefined) return;
    const timer = setTimeout(() => {
      setFound({ of: ladder, paths: pathsTo(ladder.doc, ladder.dates, ladder.facts, goal, { max: MOST }) });
    }, 30);
    return () => clearTimeout(timer);
  }, [ladder, goal]);
  if (!above) return null;
  const paths = found?.of === ladder ? found.paths : undefined;
  return (
    <section aria-labelledby="path">
      <h2 id="path" className="text-h2">
        {m.path(text(above.tier.label))}
      </h2>
      {paths === undefined ? (
        <Skeleton lines={3} className="mt-4" />
      ) : paths.length === 0 ? (
        <p className="mt-2 text-ink-2">{m.pathNone}</p>
      ) : (
        <>
          <p className="mt-1 text-ink-2">{m.pathLead}</p>
          <ol className="mt-4 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {paths.map((path, i) => (
              <li
                key={JSON.stringify(path.moves)}
                className={`rounded-2 border bg-surface px-4 py-3 ${i === 0 ? 'border-celadon' : 'border-line'}`}
              >
                <p className="text-small font-semibold">
                  {m.pathNo(i + 1)}
                  {i === 0 && paths.length > 1 && <span className="ml-2 font-normal text-celadon">{m.pathBest}</span>}
                </p>
                <PathMoves path={path} policy={ladder} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
