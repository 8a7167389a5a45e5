import type { FactDef, FactState, Facts, PolicyDoc, Witness } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useFactText } from '../fact-text.ts';

/** A made-up firm that shows what a finding says, evaluated by the engine. */
export function WitnessFirm({ witness }: { readonly witness: Witness }) {
  const m = useMessages(studioMessages);
  const { doc } = useDraftDesk();
  const differing = witness.other ? differences(witness.facts, witness.other.facts) : [];
  return (
    <Disclosure summary={m.witness} className="mt-1">
      <ul className="mb-2 space-y-0.5">
        {witness.shows.map((shown) => (
          <li key={`${shown.firm} ${shown.target.kind} ${shown.target.at}`}>
            <ShownResult shown={shown} two={witness.other !== undefined} />
          </li>
        ))}
      </ul>
      <FactList doc={doc} facts={witness.facts} only={differing} title={witness.other ? m.firmOne : undefined} />
      {witness.other && <FactList doc={doc} facts={witness.other.facts} only={differing} title={m.firmOther} />}
    </Disclosure>
  );
}

const differences = (a: Facts, b: Facts): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((id) => JSON.stringify(a[id]) !== JSON.stringify(b[id]));

function ShownResult({ shown, two }: { readonly shown: Witness['shows'][number]; readonly two: boolean }) {
  const m = useMessages(studioMessages);
  const text = useText();
  const format = useFormat();
  const { doc } = useDraftDesk();
  const id = shown.target.at.split('/').at(-1) ?? '';
  const label = [...doc.tiers, ...doc.tiers.flatMap((t) => t.routes), ...doc.awards].find((x) => x.id === id)?.label;
  const best = doc.tiers.find((tier) => tier.id === shown.result)?.label;
  const said = m.truth[shown.result as keyof typeof m.truth] ?? (text(best) || format.number(shown.result));
  return (
    <>
      {two && <span className="mr-2 text-ink-3">{shown.firm === 'one' ? m.firmOne : m.firmOther}</span>}
      {m.labelled(shown.target.kind === 'best' ? m.standing : text(label) || m.target[shown.target.kind], said)}
    </>
  );
}

interface FactListProps {
  readonly doc: PolicyDoc;
  readonly facts: Facts;
  readonly only: readonly string[];
  readonly title: string | undefined;
}

function FactList({ doc, facts, only, title }: FactListProps) {
  const text = useText();
  const say = useFactText();
  const rows = Object.entries(facts).filter(([id]) => only.length === 0 || only.includes(id));
  const defOf = (id: string): FactDef | undefined => doc.facts.find((fact) => fact.id === id);
  return (
    <>
      {title && <p className="mt-2 font-medium text-ink">{title}</p>}
      <dl className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {rows.map(([id, state]: readonly [string, FactState]) => (
          <div key={id} className="contents">
            <dt className="text-ink-3">{text(defOf(id)?.label) || id}</dt>
            <dd className="text-ink">{say(defOf(id), state)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
