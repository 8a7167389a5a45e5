import type { FactHistory } from '@tidu/api/firms/facts/contract';
import type { FactDef } from '@tidu/rules';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { dayOfInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { figureOf } from './changes.ts';
import { useShownValue } from './use-shown-value.ts';

interface HistoryPartProps {
  readonly history: FactHistory | undefined;
  readonly def: FactDef | undefined;
}

/** Every value a figure ever had, the latest first. */
export function HistoryPart({ history, def }: HistoryPartProps) {
  const m = useMessages(firmsMessages);
  const format = useFormat();
  const shownValue = useShownValue();
  const day = (at: string): string => format.day(dayOfInstant(at));
  return (
    <section>
      <h3 className="text-h3">{m.history}</h3>
      {history === undefined && <Skeleton lines={2} />}
      <ol className="mt-2 border-l-2 border-line-strong">
        {history?.entries.map((entry) => (
          <li key={entry.id} className="py-2 pl-4">
            <p className="tabular-nums">
              {shownValue(def, figureOf(entry))}
              <span className="ml-3 text-small text-ink-2">{m.source[entry.source]}</span>
            </p>
            <p className="text-small text-ink-2">
              {m.recorded(entry.recordedBy, day(entry.recordedAt))}
              {entry.evidence.length > 0 && ` · ${m.evidenceCount(entry.evidence.length)}`}
              {entry.note && ` · ${entry.note}`}
              {entry.supersededAt && ` · ${m.replaced(entry.supersededBy ?? '', day(entry.supersededAt))}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
