import type { Override } from '@tidu/api/review/overrides/contract';
import type { Range } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useCase } from './case-context.tsx';
import { FileButton } from './file-button.tsx';
import { casePath } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Every override with both values, who made it and why, also those taken back. */
export function OverrideList() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [ending, setEnding] = useState<string>();
  if (view.overrides.length === 0) return null;
  return (
    <section
      aria-label={m.overrides}
      className="rounded-2 border-l-4 border-amber-glaze bg-amber-soft px-4 py-3 text-small"
    >
      <h3 className="font-semibold">{m.overrides}</h3>
      <ul className="mt-1 space-y-2">
        {view.overrides.map((each) => (
          <OverrideLine key={each.id} override={each} onEnd={() => setEnding(each.id)} />
        ))}
      </ul>
      {ending && (
        <ReasonDialog
          title={m.endOverride}
          path={`${casePath(view.case.id)}/overrides/${ending}/end`}
          withVersion
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  );
}

function OverrideLine({ override, onEnd }: { readonly override: Override; readonly onEnd: () => void }) {
  const m = useMessages(reviewMessages);
  const { verdict: words } = useMessages(uiMessages);
  const text = useText();
  const format = useFormat();
  const instant = useInstant();
  const { view } = useCase();
  const computed = override.computed as {
    readonly verdict?: keyof typeof words;
    readonly label?: Readonly<Record<string, string>>;
    readonly points?: Range;
    readonly full?: string;
  };
  const was = computed.points
    ? m.points(format.range(computed.points, 'none'))
    : computed.verdict
      ? words[computed.verdict]
      : '—';
  const is = override.verdict ? words[override.verdict] : m.points(format.number(override.points ?? '0'));
  return (
    <li className={override.endedAt ? 'text-ink-2 italic' : ''}>
      <p>
        <span className="font-medium">{text(computed.label) || override.path}</span>
        <span className="ml-2">{m.overrideLine(was, is)}</span>
      </p>
      <p className="text-ink-2">{`${override.madeByName} ${instant(override.madeAt)}：${override.reason}`}</p>
      <p className="flex flex-wrap gap-3">
        {override.evidence.map((file) => (
          <FileButton key={file.id} file={file} />
        ))}
      </p>
      {override.endedAt && <p>{m.endedBy(override.endedByName ?? '', override.endReason ?? '')}</p>}
      {!override.endedAt && view.mayOverrule && (
        <Button size="dense" look="quiet" onClick={onEnd}>
          {m.endOverride}
        </Button>
      )}
    </li>
  );
}
