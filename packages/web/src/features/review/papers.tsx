import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { DaysLeftMark } from '../desk/days-left.tsx';
import { useCase } from './case-context.tsx';

/** The lists that were sent, by round; what came late is marked with its reason. */
export function CorrectionList() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  if (view.corrections.length === 0) return null;
  return (
    <section>
      <h3 className="text-h3">{m.time.corrections}</h3>
      <ul className="mt-2 divide-y divide-line border-y border-line text-small">
        {view.corrections.map((each) => (
          <li key={each.id} className="py-2">
            <p>
              <span className="mr-2 text-ink-3">{m.time.round(each.round)}</span>
              <span className="font-medium">{each.problem}</span>
            </p>
            <p className="text-ink-2">{each.howToFix}</p>
            {each.lateReason && <p className="text-amber">{m.time.lateReason(each.lateReason)}</p>}
            <p className="text-ink-3">{each.answeredAt ? m.time.answered(each.answer ?? '') : m.time.notAnswered}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Materials that were promised, with the days left. */
export function DeferralList() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  const { view } = useCase();
  if (view.deferrals.length === 0) return null;
  const labels = new Map(view.scheme.materials.map(({ id, label }) => [id, text(label)]));
  const standing = (each: (typeof view.deferrals)[number]): string => {
    if (each.deliveredAt) return m.time.delivered(format.day(each.deliveredAt.slice(0, 10)));
    if (each.brokenAt) return m.time.broken;
    return each.dueOn ? m.time.promised(format.day(each.dueOn)) : m.time.promisedOnly;
  };
  return (
    <section>
      <h3 className="text-h3">{m.time.deferrals}</h3>
      <ul className="mt-2 space-y-1 text-small">
        {view.deferrals.map((each) => (
          <li key={each.materialId} className="flex flex-wrap items-center gap-x-3">
            <span className="font-medium">{labels.get(each.materialId) ?? each.materialId}</span>
            <span className="text-ink-2">{standing(each)}</span>
            {each.left && <DaysLeftMark left={each.left} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
