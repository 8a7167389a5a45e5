import type { Impact } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { type Labels, useLabels } from './labels.ts';

interface TransitionMatrixProps {
  readonly impact: Impact;
  readonly labels: Labels;
}

/** How many firms go from what to what; deeper colour, more firms, and always the number itself. */
export function TransitionMatrix({ impact, labels }: TransitionMatrixProps) {
  const m = useMessages(studioWorkMessages);
  const nameOf = useLabels(labels);
  const { standings, matrix } = impact;
  const used = standings.map((_, i) => matrix[i]?.some((n) => n > 0) || matrix.some((row) => (row[i] ?? 0) > 0));
  const shown = standings.map((id, i) => ({ id, i })).filter(({ i }) => used[i]);
  const moved = Math.max(1, ...matrix.flatMap((row, from) => row.filter((_, to) => to !== from)));
  return (
    <section>
      <h3 className="mb-2 font-semibold">{m.matrix}</h3>
      <div className="overflow-x-auto rounded-2 border border-line bg-surface">
        <table className="border-collapse text-small">
          <caption className="sr-only">{m.matrixCaption}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-3 py-2 text-left font-medium whitespace-nowrap text-ink-2">
                {m.fromTo}
              </th>
              {shown.map(({ id }) => (
                <th key={id} scope="col" className="min-w-24 px-3 py-2 text-right font-medium text-ink-2">
                  {nameOf(id)}
                </th>
              ))}
              <th scope="col" className="px-3 py-2 text-right font-medium text-ink-2">
                {m.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, i: from }) => (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
                  {nameOf(id)}
                </th>
                {shown.map(({ id: other, i: to }) => (
                  <MatrixCell key={other} n={matrix[from]?.[to] ?? 0} move={Math.sign(to - from)} most={moved} />
                ))}
                <td className="px-3 py-2 text-right text-ink-2">
                  {matrix[from]?.reduce((a, b) => a + b, 0).toLocaleString()}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-caption text-ink-3">{m.matrixHint}</p>
    </section>
  );
}

function MatrixCell({ n, move, most }: { readonly n: number; readonly move: number; readonly most: number }) {
  if (n === 0) return <td className="px-3 py-2 text-right text-line-strong">·</td>;
  if (move === 0) return <td className="bg-sunken px-3 py-2 text-right">{n.toLocaleString()}</td>;
  const share = Math.round(20 + 70 * Math.sqrt(n / most));
  const colour = move > 0 ? 'var(--celadon-glaze)' : 'var(--amber-glaze)';
  return (
    <td
      className="px-3 py-2 text-right font-semibold text-ink"
      style={{ backgroundColor: `color-mix(in srgb, ${colour} ${share}%, transparent)` }}
    >
      {move > 0 ? '↑ ' : '↓ '}
      {n.toLocaleString()}
    </td>
  );
}
