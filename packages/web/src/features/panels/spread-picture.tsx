import type { PanelResults } from '@tidu/api/panels/contract';

/** Where the experts' totals lie between 0 and 100, and the mean among them. The figures stand in the list below. */
export function SpreadPicture({ result }: { readonly result: PanelResults['cases'][number] }) {
  const at = (points: string): number => 4 + (Number(points) / 100) * 392;
  return (
    <svg viewBox="0 0 400 28" className="mt-3 w-full max-w-2xl" aria-hidden="true">
      <line x1="4" x2="396" y1="14" y2="14" stroke="var(--line-strong)" />
      <line
        x1={at(result.lowest)}
        x2={at(result.highest)}
        y1="14"
        y2="14"
        stroke="var(--celadon-glaze)"
        strokeWidth="6"
      />
      <line x1={at(result.mean)} x2={at(result.mean)} y1="4" y2="24" stroke="var(--celadon)" strokeWidth="2" />
      {result.scores.map(({ expert, total, isOutlier }) => (
        <circle
          key={expert}
          cx={at(total)}
          cy="14"
          r="4"
          fill={isOutlier ? 'var(--amber)' : 'var(--celadon)'}
          stroke="var(--surface)"
        />
      ))}
    </svg>
  );
}
