import { useQuery } from '@tanstack/react-query';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { overrunsQuery } from './queries.ts';

/** Steps of a scheme that took longer than promised, in public with the reason. */
export function OverrunSection({ schemeId }: { readonly schemeId: string }) {
  const m = useMessages(schemesMessages);
  const format = useFormat();
  const list = useQuery(overrunsQuery);
  const mine = list.data?.overruns.filter((each) => each.schemeId === schemeId) ?? [];
  return (
    <section className="mt-14">
      <h2 className="text-h2">{m.overruns}</h2>
      <p className="mt-1 text-ink-2">{mine.length === 0 ? m.noOverruns : m.overrunsLead}</p>
      {mine.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {mine.map((each) => (
            <li key={`${each.number} ${each.kind}`} className="py-3">
              <p className="tabular-nums">
                {m.overrunLine(each.number, m.step[each.kind] ?? each.kind, format.day(each.dueOn))}
              </p>
              <p className="text-small text-ink-2">{each.reason ?? m.noReason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
