import type { StudioChange } from '@tidu/api/studio/checks/contract';
import type { Unit } from '@tidu/rules';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useKindWords } from '../editor/kind-words.ts';

interface ChangeTableProps {
  readonly title: string;
  readonly changes: readonly StudioChange[];
  readonly withEffect: boolean;
  /** What a tier is called. */
  readonly nameOf?: (id: string) => string;
}

/** Changes of one sort, each with the place it lies in and what it says. */
export function ChangeTable({ title, changes, withEffect, nameOf = (id) => id }: ChangeTableProps) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const { locale } = useLocale();
  const format = useFormat();
  const words = useKindWords();
  if (changes.length === 0) return null;
  const placeOf = ({ within, afterPath, beforePath }: StudioChange): string =>
    within.map(({ id, label }) => text(label) || id).join(' · ') ||
    words.field('policy', undefined, (afterPath ?? beforePath ?? '').split('.')[0] ?? '') ||
    m.wholePolicy;
  const hasFigures = changes.some(({ type }) => type === 'figure');
  const write = (value: string | undefined, unit: string | undefined): string =>
    value === undefined ? '—' : format.measured(value, (unit ?? 'none') as Unit);
  return (
    <section>
      <h2 className="mb-2 text-h3">
        {title}
        <span className="ml-2 text-small font-normal text-ink-2">{changes.length}</span>
      </h2>
      <DataTable
        caption={title}
        hideCaption
        rows={changes}
        rowId={(change, i) => `${change.type} ${change.beforePath} ${change.afterPath} ${i}`}
        columns={[
          {
            id: 'where',
            head: m.where,
            rowHead: true,
            cell: (change) => placeOf(change),
          },
          ...(hasFigures
            ? [
                {
                  id: 'before',
                  head: m.before,
                  align: 'right' as const,
                  cell: (change: StudioChange) => (
                    <span className="whitespace-nowrap text-ink-2">{write(change.before, change.unit)}</span>
                  ),
                },
                {
                  id: 'after',
                  head: m.after,
                  align: 'right' as const,
                  cell: (change: StudioChange) => (
                    <span className="font-semibold whitespace-nowrap">{write(change.after, change.unit)}</span>
                  ),
                },
              ]
            : []),
          {
            id: 'text',
            head: m.inWords,
            wideOnly: hasFigures,
            cell: (change) => (change.within.length > 0 ? change.text[locale] : m.changeType[change.type]),
          },
          ...(withEffect
            ? [
                {
                  id: 'effect',
                  head: m.effect,
                  cell: (change: StudioChange) => <Effect change={change} nameOf={nameOf} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

interface EffectProps {
  readonly change: StudioChange;
  readonly nameOf: (id: string) => string;
}

/** The first firm for which a change makes a difference. */
function Effect({ change, nameOf }: EffectProps) {
  const m = useMessages(studioForceMessages);
  const format = useFormat();
  const [first] = change.witnesses;
  if (!first) return <span className="text-ink-3">{m.noEffect}</span>;
  const held = ({ best }: typeof first.before): string => (best === null ? m.none : nameOf(best));
  const money = (side: typeof first.before): string => format.range(side.total, 'CNY');
  return (
    <span className="text-small">
      {first.edge && <span className="block text-ink-3">{m.atEdge[first.edge.place]}</span>}
      {`${held(first.before)} → ${held(first.after)}`}
      {money(first.before) !== money(first.after) && (
        <span className="block text-ink-2">{`${money(first.before)} → ${money(first.after)}`}</span>
      )}
    </span>
  );
}
