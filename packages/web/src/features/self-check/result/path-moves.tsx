import type { Path } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Explained } from '../model/use-explanations.ts';
import { useMarginWords } from './use-margin-words.ts';

type Move = Path['moves'][number];

/** What a firm would do on one way to a tier, move by move. */
export function PathMoves({ path, policy }: { readonly path: Path; readonly policy: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const { difference } = useMarginWords();
  const { facts } = policy.doc;
  const label = (id: string): string => text(facts.find((f) => f.id === id)?.label) || id;
  const nameOf = ({ fact, year }: Move): string =>
    year === undefined ? label(fact) : m.move.year(label(fact), String(year));
  const shownValue = ({ fact, to, unit }: Move): string => {
    if (typeof to === 'boolean') return to ? m.yes : m.no;
    const word = facts.find((f) => f.id === fact)?.domain?.values?.find((v) => v.id === to);
    if (word) return text(word.label);
    return typeof to === 'string' ? (unit ? format.measured(to, unit) : format.day(to)) : '';
  };
  const say = (move: Move): string => {
    if (move.kind === 'wait') return m.move.wait(format.day(move.on ?? ''));
    if (move.kind === 'evidence')
      return (move.unit ? m.move.evidenceMore : m.move.evidence)(nameOf(move), shownValue(move));
    if (move.by === undefined || move.unit === undefined) return m.move.set(nameOf(move), shownValue(move));
    const words = move.by.startsWith('-') ? m.move.less : m.move.more;
    const by = difference(move.by.replace('-', ''), move.unit);
    return words(nameOf(move), by) + (move.along === undefined ? '' : m.move.along(label(move.along)));
  };
  return (
    <ul className="mt-2 list-disc space-y-1.5 pl-5">
      {path.moves.map((move) => (
        <li key={`${move.fact} ${move.year ?? ''}`}>{say(move)}</li>
      ))}
    </ul>
  );
}
