import type { Gate, Tier, Veto } from '@tidu/rules';
import type { ReactNode } from 'react';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Clause } from './clause.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { RouteCard } from './route-card.tsx';

interface TierSectionProps {
  readonly tier: Tier;
  readonly number: number | undefined;
  /** The rung below, to say "the same as there" instead of saying it all again. */
  readonly below: Tier | undefined;
}

const ruleText = (list: readonly (Gate | Veto)[]): string =>
  JSON.stringify(list.map(({ label, when }) => [label, when]));

function Group({
  title,
  lead,
  children,
  tone = 'border-celadon-mid',
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly tone?: string;
}) {
  return (
    <div className={`border-l-2 pl-3 sm:pl-5 ${tone}`}>
      <h3 className="text-h3">
        {title}
        <span className="ml-3 text-small font-normal text-ink-2">{lead}</span>
      </h3>
      <div className="mt-3">{children}</div>
    </div>
  );
}

function Clauses({ list }: { readonly list: readonly Gate[] }) {
  const { m } = usePolicyWords();
  return (
    <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      {list.map((each) => (
        <li key={each.id} className="min-w-0">
          <Clause
            {...each}
            mark={
              each.curable ? <span className="ml-2 text-caption font-normal text-ink-2">{m.curable}</span> : undefined
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** One rung in full: what must hold, what must not, and the ways in. */
export function TierSection({ tier, number, below }: TierSectionProps) {
  const { nameOf, format, m } = usePolicyWords();
  const same = below && tier.vetoes.length > 0 && ruleText(below.vetoes) === ruleText(tier.vetoes);
  const sideBySide = tier.routes.length > 1 && tier.routes.every((route) => route.k !== 'scored');
  const vetoes = <Clauses list={tier.vetoes} />;
  return (
    <section
      id={`tier-${tier.id}`}
      aria-labelledby={`tier-${tier.id}-title`}
      className="space-y-8 border-t border-line pt-8"
    >
      <header>
        {number !== undefined && <p className="text-small font-medium text-celadon">{m.rungNumber(number)}</p>}
        <h2 id={`tier-${tier.id}-title`} className="text-h2">
          {nameOf(tier)}
          <BasisMark cites={tier.cite} />
        </h2>
        {tier.validMonths !== undefined && (
          <p className="mt-1 text-small text-ink-2">
            {m.validFor(format.measured(String(tier.validMonths), 'months'))}
          </p>
        )}
      </header>
      {tier.gates.length > 0 && (
        <Group title={m.gates} lead={m.gatesLead}>
          <Clauses list={tier.gates} />
        </Group>
      )}
      {tier.vetoes.length > 0 && (
        <Group title={m.vetoes} lead={m.vetoesLead} tone="border-seal">
          {same ? <Disclosure summary={m.vetoesSame(tier.vetoes.length, nameOf(below))}>{vetoes}</Disclosure> : vetoes}
        </Group>
      )}
      {tier.routes.length > 0 && (
        <Group title={m.routes} lead={tier.routes.length > 1 ? m.routesLead : m.routeOnly}>
          <div className={`grid gap-4 ${sideBySide ? 'xl:grid-cols-2' : ''}`}>
            {tier.routes.map((route) => (
              <RouteCard key={route.id} route={route} />
            ))}
          </div>
        </Group>
      )}
    </section>
  );
}
