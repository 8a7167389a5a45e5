import type { Expr } from '@tidu/rules';
import type { ReactNode } from 'react';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { BandTable, RuleTable } from './step-tables.tsx';

type Parted = Extract<Expr, { k: 'sum' | 'bestOf' }>;

function Named({
  node,
  after,
  children,
}: {
  readonly node: Expr & { k: string };
  readonly after?: ReactNode;
  readonly children: ReactNode;
}) {
  const { text } = usePolicyWords();
  const label = 'label' in node ? text(node.label) : '';
  return (
    <div className="space-y-2">
      {(label || after) && (
        <div>
          <span className="font-medium">{label}</span>
          {after}
          <BasisMark cites={'cite' in node ? node.cite : undefined} />
        </div>
      )}
      {children}
    </div>
  );
}

function Parts({ of, intro }: { readonly of: readonly Expr[]; readonly intro: string | undefined }) {
  return (
    <>
      {intro && <p className="text-small text-ink-2">{intro}</p>}
      <div className="space-y-5 border-l-2 border-celadon-mid pl-3 sm:pl-4">
        {of.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a published score table never move
          <ScoreView key={i} node={each} />
        ))}
      </div>
    </>
  );
}

/** A score or step node as tables a person can read: bands as rows, sums and choices as groups. */
export function ScoreView({ node }: { readonly node: Expr }) {
  const { say, text, format, m } = usePolicyWords();
  const caption = ('label' in node && text(node.label)) || m.points;
  // A choice that has a name (两项指标选择其一) says itself what counts.
  const introOf = (parts: Parted): string | undefined => {
    const cap = parts.cap === undefined ? '' : m.sumCap(format.measured(parts.cap, 'points'));
    return parts.k === 'bestOf' && parts.label && !cap ? undefined : `${m[parts.k]}${cap}`;
  };
  switch (node.k) {
    case 'bands':
    case 'marginal':
    case 'linear':
      return (
        <Named node={node}>
          <p className="text-small text-ink-2">{say(node.of)}</p>
          <BandTable rows={node.rows} of={node.of} unit={node.unit} caption={caption} />
        </Named>
      );
    case 'milestone':
      return <BandTable rows={node.rows} of={node.of} unit="CNY" caption={say(node.of)} />;
    case 'table':
      return (
        <Named node={node}>
          <RuleTable node={node} caption={caption} />
        </Named>
      );
    case 'indicator':
      return (
        <Named
          node={node}
          after={
            <span className="ml-2 text-small text-ink-2">{m.fullMarks(format.measured(node.full, 'points'))}</span>
          }
        >
          <ScoreView node={node.of} />
          {node.evidence && (
            <p className="text-small text-ink-2">{m.evidence(node.evidence.map((each) => text(each)).join(' · '))}</p>
          )}
        </Named>
      );
    case 'sum':
    case 'bestOf':
      return (
        <Named node={node}>
          <Parts of={node.of} intro={introOf(node)} />
        </Named>
      );
    default:
      return (
        <Named node={node}>
          <p className="text-small text-ink-2">{say(node)}</p>
        </Named>
      );
  }
}
