import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { seriesOf } from '../model/founding.ts';
import type { Question } from '../model/questions.ts';
import type { SelfCheck } from '../model/use-self-check.ts';

/** On paper the figures the result rests on stand at the end, so that the sheet can be checked without the screen. */
export function AnswersSection({ check }: { readonly check: SelfCheck }) {
  const m = useMessages(selfCheckResultMessages);
  const form = useMessages(selfCheckMessages);
  const text = useText();
  const format = useFormat();
  const given = check.questions.filter((q) => check.facts[q.id] !== undefined);
  return (
    <section className="hidden print:block">
      <h2 className="text-h2">{m.filled}</h2>
      <p className="mb-3">{m.filledLead}</p>
      <table className="criteria w-full border-collapse text-small">
        <tbody>
          {given.map((question) => (
            <tr key={question.id}>
              <th scope="row">{text(question.label)}</th>
              <td>{answerWords(question)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function answerWords(question: Question): string {
    const state = check.facts[question.id];
    if (!state || !('known' in state))
      return state && 'state' in state && state.state === 'notApplicable' ? form.notApplicable : m.noAnswer;
    const { known } = state;
    if (typeof known === 'boolean') return known ? m.yes : m.no;
    if (question.kind !== 'fact') return '';
    const { def } = question;
    if (typeof known === 'string') {
      const word = def.domain?.values?.find((v) => v.id === known);
      return word
        ? text(word.label)
        : def.type === 'date'
          ? format.day(known)
          : format.measured(known, def.unit ?? 'none');
    }
    if (Array.isArray(known)) return known.length === 0 ? m.none : m.count(String(known.length));
    return Object.entries(seriesOf(state))
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(
        ([year, value]) =>
          `${form.yearOf(year)} ${value === null ? m.noAnswer : value === 'notApplicable' ? form.notFounded : format.measured(value, def.unit ?? 'none')}`,
      )
      .join(m.noteJoin);
  }
}
