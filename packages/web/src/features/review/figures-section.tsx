import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { useCase } from './case-context.tsx';
import { FigureLine, isDeclared } from './figure-line.tsx';

/** Every figure that was handed in with its source; those only declared come first, so that none is overlooked. */
export function FiguresSection() {
  const m = useMessages(reviewMessages);
  const { view, doc } = useCase();
  const order = new Map(doc.facts.map(({ id }, i) => [id, i]));
  const place = (fact: string): number => order.get(fact) ?? doc.facts.length;
  // In the order of the policy; the sort is stable, so the years of a figure stay together.
  const own = view.figures
    .filter(({ source }) => source !== 'derived')
    .toSorted((a, b) => place(a.fact) - place(b.fact));
  if (own.length === 0) return null;
  const declared = own.filter(isDeclared);
  const others = own.filter((figure) => !isDeclared(figure));
  return (
    <section aria-label={m.allFigures} className="border-t border-line pt-5">
      <h3 className="text-h3">{m.allFigures}</h3>
      <Disclosure summary={m.allFiguresLead(declared.length, own.length)} className="mt-2">
        <ul className="grid gap-x-8 text-ink md:grid-cols-2 xl:grid-cols-3">
          {[...declared, ...others].map((figure) => (
            <FigureLine key={figure.key} figure={figure} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
