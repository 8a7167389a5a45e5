import { baseYear, type Receipt } from '@tidu/rules';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { localDay } from '../../../shared/format/calendar-day.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { LogoMark } from '../../../shared/ui/logo.tsx';
import type { SelfCheck } from '../model/use-self-check.ts';

/** The head of the printed report: which firm, which day, which policy versions, under which receipt numbers. */
export function PrintHead({ check, receipts }: { readonly check: SelfCheck; readonly receipts: readonly Receipt[] }) {
  const m = useMessages(selfCheckResultMessages);
  const form = useMessages(selfCheckMessages);
  const text = useText();
  const format = useFormat();
  const { draft, dates, results } = check;
  const lines: readonly (readonly [string, string])[] = [
    [m.printed.name, draft.name || form.unnamed],
    ...(draft.creditCode ? [[m.printed.code, draft.creditCode] as const] : []),
    [m.printed.day, format.day(localDay(new Date()))],
    [m.printed.filing, format.day(dates.filing ?? dates.decision)],
    [m.printed.year, form.yearOf(String(baseYear(dates)))],
  ];
  return (
    <header className="hidden print:block">
      <div className="flex items-center gap-3 border-b-2 border-ink pb-2">
        <LogoMark className="size-8" />
        <p className="text-h2 font-semibold">{m.printed.title}</p>
      </div>
      <dl className="mt-3 grid grid-cols-[auto_1fr_auto_1fr] gap-x-4 gap-y-1 text-small">
        {lines.map(([head, value]) => (
          <div key={head} className="contents">
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className="mt-3 w-full text-small">
        <caption className="sr-only">{m.printed.receipts}</caption>
        <tbody>
          {results.map(({ doc }, i) => (
            <tr key={doc.id} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {text(doc.label)}
              </th>
              <td>{m.version(format.day(doc.inForce.from))}</td>
              <td className="text-right font-mono">{receipts[i]?.number}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 border border-line px-3 py-2 text-small">{m.disclaimer}</p>
    </header>
  );
}
