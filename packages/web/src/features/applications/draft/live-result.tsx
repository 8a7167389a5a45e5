import type { ApplicationDraft, DraftContent, DraftEvaluation } from '@tidu/api/applications/drafts/contract';
import type { Truth } from '@tidu/rules';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { MoneyRange } from '../../../shared/ui/money-range.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import type { PolicyResult } from '../../self-check/model/evaluate-firm.ts';

interface LiveResultProps {
  readonly draft: ApplicationDraft;
  readonly content: DraftContent;
  readonly result: PolicyResult | undefined;
  /** What the server found last time. */
  readonly checked: DraftEvaluation | undefined;
}

/** How the figures stand with the rules now, for what this scheme is about; and how much is still missing. */
export function LiveResult({ draft, content, result, checked }: LiveResultProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  if (!result) return null;
  const { doc, decision } = result;
  const { scheme } = draft;
  const tiers = decision.tiers.filter(({ tier }) => scheme.tiers.includes(tier));
  const awards = decision.awards.filter(({ award }) => content.awards.includes(award));
  const nameOf = (
    all: readonly { readonly id: string; readonly label?: Readonly<Record<string, string>> }[],
    id: string,
  ) => text(all.find((each) => each.id === id)?.label);
  return (
    <div className="space-y-5">
      {scheme.awards.length > 0 && awards.length === 0 && <p className="text-ink-2">{m.chooseAwards}</p>}
      <ul className="space-y-3">
        {tiers.map(({ tier, outcome }) => (
          <li key={tier}>
            <Line name={nameOf(doc.tiers, tier)} outcome={outcome} />
          </li>
        ))}
        {awards.map(({ award, outcome, amount }) => (
          <li key={award}>
            <Line name={nameOf(doc.awards, award)} outcome={outcome} />
            {outcome !== 'no' && (
              <p className="mt-1 text-small text-ink-2">
                {m.expected} <MoneyRange amount={amount} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="text-caption text-ink-2">{m.resultHint}</p>
      {checked && (
        <p role="status" className="border-t border-line pt-4 font-medium">
          {m.stillMissing(checked.missing.length)}
        </p>
      )}
    </div>
  );
}

function Line({ name, outcome }: { readonly name: string; readonly outcome: Truth }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="font-medium">{name}</span>
      <VerdictBadge verdict={outcome} />
    </div>
  );
}
