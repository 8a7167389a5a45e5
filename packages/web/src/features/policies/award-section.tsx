import type { Award } from '@tidu/rules';
import { type ReactNode, useMemo } from 'react';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { linkClass } from '../../shared/ui/link.tsx';
import { DataTable } from '../../shared/ui/table.tsx';
import { AwardAmount } from './award-amount.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { PredTree } from './pred-tree.tsx';
import { type SharedCondition, sharedConditions, splitAudience } from './shared-conditions.ts';

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Instalments({ award }: { readonly award: Award }) {
  const { format, say, text, m } = usePolicyWords();
  return (
    <DataTable
      dense
      caption={m.instalments}
      hideCaption
      rows={award.tranches ?? []}
      rowId={(_, i) => String(i)}
      columns={[
        { id: 'share', head: m.share, rowHead: true, cell: (part) => format.ratio(part.pct) },
        { id: 'when', head: m.payWhen, cell: (part) => text(part.label) || say(part.when) },
      ]}
    />
  );
}

function Audience({ award, shared }: { readonly award: Award; readonly shared: readonly SharedCondition[] }) {
  const { doc, nameOf, m } = usePolicyWords();
  if (typeof award.for === 'string') {
    const tier = award.for;
    return <p>{nameOf(doc.tiers.find((each) => each.id === tier) ?? { id: tier })}</p>;
  }
  const { own, named } = splitAudience(award.for, shared);
  return (
    <>
      {named.length > 0 && (
        <p>
          {named.map(({ anchor, pred }, i) => (
            <span key={anchor}>
              {i > 0 && ' · '}
              <a href={`#${anchor}`} className={linkClass}>
                {nameOf(pred)}
              </a>
            </span>
          ))}
          {own && own.k !== 'all' && <span className="ml-2 text-ink-2">{m.sharedAnd}</span>}
        </p>
      )}
      {own && (
        <div className={named.length > 0 ? 'mt-1' : ''}>
          <PredTree pred={own} inner={own.k === 'all' && !own.label} />
        </div>
      )}
    </>
  );
}

function SharedConditions({ shared }: { readonly shared: readonly SharedCondition[] }) {
  const { m } = usePolicyWords();
  if (shared.length === 0) return null;
  return (
    <div className="mt-6 border-l-2 border-celadon-mid pl-5">
      <h3 className="text-h3">
        {m.shared}
        <span className="ml-3 text-small font-normal text-ink-2">{m.sharedLead}</span>
      </h3>
      <ul className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {shared.map(({ anchor, pred }) => (
          <li key={anchor} id={anchor} className="min-w-0 text-small">
            <PredTree pred={pred} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One award: for whom, how much, up to what, and how it is paid. */
function AwardCard({ award, shared }: { readonly award: Award; readonly shared: readonly SharedCondition[] }) {
  const { doc, nameOf, say, format, m } = usePolicyWords();
  return (
    <article id={`award-${award.id}`} className="rounded-2 border border-line bg-surface p-4 sm:p-5">
      <h3 className="text-h3">
        {nameOf(award)}
        <BasisMark cites={award.cite} />
      </h3>
      <dl className="mt-4 space-y-4">
        <Row name={m.forWhom}>
          <Audience award={award} shared={shared} />
        </Row>
        {award.pay && (
          <Row name={m.amount}>
            <AwardAmount pay={award.pay} />
          </Row>
        )}
        {award.match && (
          <Row name={m.match}>
            {nameOf(doc.facts.find((fact) => fact.id === award.match?.upstream) ?? { id: award.match.upstream })} ×{' '}
            {format.ratio(award.match.ratio)}
            {award.match.cap !== undefined && ` ≤ ${format.money(award.match.cap)}`}
          </Row>
        )}
        {award.caps && (
          <Row name={m.caps}>
            <ul className="space-y-1">
              {award.caps.map((cap) => (
                <li key={cap.kind}>
                  {say(cap)}
                  <BasisMark cites={cap.cite} />
                </li>
              ))}
            </ul>
          </Row>
        )}
        {award.floorPay && (
          <Row
            name={m.floorPay}
          >{`${award.floorPay.below === 'none' ? '<' : '≥'} ${format.money(award.floorPay.at)}`}</Row>
        )}
        {award.share && (
          <Row name={m.shares}>
            {Object.entries(award.share)
              .map(([payer, part]) => `${payer} ${format.ratio(part)}`)
              .join(' · ')}
          </Row>
        )}
        {award.tranches && (
          <Row name={m.instalments}>
            <Instalments award={award} />
          </Row>
        )}
      </dl>
    </article>
  );
}

/** All awards and how they go together. */
export function AwardSection() {
  const { doc, nameOf, say, m } = usePolicyWords();
  const shared = useMemo(() => sharedConditions(doc.awards), [doc]);
  return (
    <section id="awards" aria-labelledby="awards-title" className="border-t border-line pt-8">
      <h2 id="awards-title" className="text-h2">
        {m.awards}
      </h2>
      <p className="mt-1 max-w-prose text-ink-2">{m.awardsLead}</p>
      <SharedConditions shared={shared} />
      <div className="mt-6 space-y-5">
        {doc.awards.map((award) => (
          <AwardCard key={award.id} award={award} shared={shared} />
        ))}
      </div>
      {doc.stacks.length > 0 && (
        <div className="mt-8 border-l-2 border-celadon-mid pl-5">
          <h3 className="text-h3">
            {m.stacking}
            <span className="ml-3 text-small font-normal text-ink-2">{m.stackOf}</span>
          </h3>
          <ul className="mt-3 space-y-3">
            {doc.stacks.map((stack) => (
              <li key={stack.id}>
                <div className="font-medium">
                  {nameOf(stack)}
                  <BasisMark cites={stack.cite} />
                </div>
                <p className="text-small text-ink-2">{say(stack)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
