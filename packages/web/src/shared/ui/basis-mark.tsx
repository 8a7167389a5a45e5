import type { Basis, Cite } from '@tidu/rules';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { ExternalLink } from './link.tsx';
import { Popover } from './popover.tsx';

const TONE: Record<Basis, string> = {
  official: 'border-line-strong text-ink-2',
  derived: 'border-line-strong border-dashed text-ink-2',
  assumed: 'border-dashed border-amber bg-amber-soft text-amber',
};

const WEAKEST: readonly Basis[] = ['assumed', 'derived', 'official'];

/** The weakest footing among citations: one assumed figure makes the whole assumed. */
export const weakestBasis = (cites: readonly Cite[]): Basis | undefined =>
  WEAKEST.find((basis) => cites.some((cite) => cite.basis === basis));

function CiteEntry({ cite }: { readonly cite: Cite }) {
  const m = useMessages(uiMessages);
  const text = useText();
  return (
    <div className="space-y-1">
      <p className="font-medium">{cite.doc}</p>
      {cite.clause && <p className="text-ink-2">{m.clause(cite.clause)}</p>}
      {cite.quote && <blockquote className="border-l-2 border-celadon-mid pl-2 text-ink-2">{cite.quote}</blockquote>}
      {cite.why && <p className={cite.basis === 'assumed' ? 'text-amber' : 'text-ink-2'}>{m.why(text(cite.why))}</p>}
      {cite.url && (
        <p>
          <ExternalLink href={cite.url}>{m.openSource}</ExternalLink>
        </p>
      )}
    </div>
  );
}

/** 官方 / 推算 / 暂定 beside a figure; a click shows where it is written and why it was taken. Nothing without a citation. */
export function BasisMark({ cites }: { readonly cites: readonly Cite[] | undefined }) {
  const m = useMessages(uiMessages);
  const basis = cites && weakestBasis(cites);
  if (!cites || !basis) return null;
  return (
    <>
      <Popover
        label={m.basisOpen(m.basis[basis])}
        trigger={m.basis[basis]}
        triggerClass={`ml-1.5 inline-flex min-h-6 items-center rounded-1 border px-1.5 align-[0.05em] text-caption leading-none font-normal whitespace-nowrap hover:border-celadon hover:text-celadon ${TONE[basis]}`}
      >
        <p className="mb-3 text-ink-2">{m.basisMeaning[basis]}</p>
        <div className="space-y-4">
          {cites.map((cite) => (
            <CiteEntry key={`${cite.doc} ${cite.clause ?? ''} ${cite.quote ?? ''}`} cite={cite} />
          ))}
        </div>
      </Popover>
      <span className="hidden print:inline"> [{m.basis[basis]}]</span>
    </>
  );
}
