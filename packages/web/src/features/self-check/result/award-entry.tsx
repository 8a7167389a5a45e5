import { baseYear, type ExplainNode, sentenceOf } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { BasisMark } from '../../../shared/ui/basis-mark.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { MoneyRange } from '../../../shared/ui/money-range.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import { shownVerdict } from '../model/criteria-rows.ts';
import type { AwardLine } from '../model/money-lines.ts';
import type { Explained } from '../model/use-explanations.ts';

/** One award: verdict, money, what cut it, its instalments, and the reasons on demand. */
export function AwardEntry({ line, policy }: { readonly line: AwardLine; readonly policy: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const { locale } = useLocale();
  const { award, result, node, stack } = line;
  const say = (each: ExplainNode): string => sentenceOf(each, policy.doc, locale, baseYear(policy.dates));
  const reasons = node ? reasonsOf(node) : [];
  const notes = [
    result.capped ? `${m.capped[result.capped]}${m.noteJoin}${m.asked(format.range(result.asked, 'CNY'))}` : '',
    result.stackedOut ? m.stackedOut(text(policy.doc.awards.find((a) => a.id === result.stackedOut)?.label)) : '',
    stack ? m.stack(text(stack.label)) : '',
  ].filter(Boolean);
  return (
    <li className="border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="font-medium">
          {text(award.label)}
          <BasisMark cites={award.cite} />
        </div>
        {node && <VerdictBadge verdict={shownVerdict(node)} />}
      </div>
      {result.outcome !== 'no' && (
        <p className="mt-1">
          <MoneyRange amount={result.amount} />
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="text-small text-ink-2">
          {note}
        </p>
      ))}
      {result.outcome !== 'no' && result.tranches && (
        <ol className="mt-2 text-small">
          {result.tranches.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: instalments stand in their order and have no name
            <li key={i} className="flex flex-wrap justify-between gap-x-3 text-ink-2">
              <span>
                {i + 1}. {text(award.tranches?.[i]?.label)}
              </span>
              <span>
                {part.amount.lo === part.amount.hi
                  ? format.money(part.amount.lo)
                  : format.ratio(award.tranches?.[i]?.pct ?? '')}
              </span>
            </li>
          ))}
        </ol>
      )}
      {reasons.length > 0 && (
        <Disclosure summary={m.why} className="mt-1">
          <ul className="list-disc space-y-1 pl-4">
            {reasons.map((each) => (
              <li key={each.path}>{say(each)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

/** What decides the award: the parts of its condition that are not met or open, or the way its amount came about. */
function reasonsOf(node: ExplainNode): readonly ExplainNode[] {
  const [condition, ...money] = node.kids;
  if (!condition) return [];
  const parts = condition.kind === 'all' ? condition.kids : [condition];
  const held = parts.filter((part) => part.verdict !== 'yes');
  return [...(held.length > 0 ? held : []), ...money.filter((part) => part.kind !== 'tranche')];
}
