import type { FactDef, PolicyDoc, Pred } from '@tidu/rules';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { usePolicyWords } from './policy-words.tsx';

type Group = Extract<Pred, { k: 'all' | 'any' | 'atLeast' }>;

const isGroup = (pred: Pred): pred is Group => pred.k === 'all' || pred.k === 'any' || pred.k === 'atLeast';

/** The fact a plain "is it so?" condition asks for. */
const yesNoFact = (pred: Pred, doc: PolicyDoc): FactDef | undefined =>
  pred.k === 'in' && pred.values.length === 1 && pred.values[0] === 'true'
    ? doc.facts.find((fact) => fact.id === pred.fact && fact.type === 'bool')
    : undefined;

interface PredTreeProps {
  readonly pred: Pred;
  /** The name and source of this node were already told by what stands around it. */
  readonly inner?: boolean;
}

/** A condition as nested lists: groups as lists, everything else as one sentence made from the rule. */
export function PredTree({ pred, inner }: PredTreeProps) {
  const { doc, say, text, nameOf, m } = usePolicyWords();
  const mark = inner ? null : <BasisMark cites={pred.cite} />;
  const name = inner ? '' : text(pred.label);
  if (pred.k === 'not' && pred.of.k === 'any') {
    return (
      <>
        <div>
          {name ? <span className="font-medium text-ink">{name}</span> : m.not}
          {mark}
        </div>
        <PredList of={pred.of.of} />
      </>
    );
  }
  if (!isGroup(pred) || pred.of.length < 2) {
    const only = isGroup(pred) ? pred.of[0] : undefined;
    if (only) return <PredTree pred={only} />;
    // A yes-or-no question says nothing beyond its name.
    const fact = yesNoFact(pred, doc);
    const isPlain = fact || (pred.k === 'not' && yesNoFact(pred.of, doc));
    const sentence = isPlain && (name || inner) ? '' : fact ? nameOf(fact) : say(pred);
    if (!name && !sentence) return null;
    return (
      <div>
        {name && name !== sentence && <span className={sentence ? 'block text-ink' : 'text-ink'}>{name}</span>}
        {sentence}
        {mark}
      </div>
    );
  }
  const intro = pred.k === 'atLeast' ? m.atLeast(pred.n) : m[pred.k];
  return (
    <>
      <div>
        {name && <span className="mr-2 font-medium text-ink">{name}</span>}
        {intro}
        {mark}
      </div>
      <PredList of={pred.of} />
    </>
  );
}

function PredList({ of }: { readonly of: readonly Pred[] }) {
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5 marker:text-celadon-glaze">
      {of.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the conditions of a published version never move
        <li key={i}>
          <PredTree pred={each} />
        </li>
      ))}
    </ul>
  );
}
