import { useMemo, useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import type { Sort } from '../model/field-spec.ts';
import { NODE_SHAPES, type NodeKind } from '../model/node-shapes.ts';
import { kindsFor } from '../model/shape-of.ts';
import { useKindWords } from './kind-words.ts';

interface KindPickerProps {
  readonly sort: Sort;
  readonly title: string;
  readonly onPick: (kind: NodeKind) => void;
  readonly onClose: () => void;
  /** Only these, where not every kind fits. */
  readonly only?: ((kind: NodeKind) => boolean) | undefined;
}

/** Every kind that fits a place, in plain words. */
export function KindPicker({ sort, title, onPick, onClose, only }: KindPickerProps) {
  const m = useMessages(studioMessages);
  const words = useKindWords();
  const [find, setFind] = useState('');
  const kinds = useMemo(() => kindsFor(sort).filter((kind) => !only || only(kind)), [sort, only]);
  const shown = kinds.filter((kind) => `${words.kind(kind)}${words.about(kind)}${kind}`.includes(find.trim()));
  const sorts = [...new Set(shown.map((kind) => NODE_SHAPES[kind].sort ?? sort))];
  return (
    <Dialog open wide onClose={onClose} title={m.pickKind(title)}>
      <input
        type="search"
        autoFocus
        aria-label={m.findKind}
        placeholder={m.findKind}
        className="control"
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => {
          const [first] = shown;
          if (event.key === 'Enter' && first) onPick(first);
        }}
      />
      <div className="mt-4 max-h-[60vh] space-y-4 overflow-auto">
        {sorts.map((each) => (
          <section key={each}>
            <h3 className="text-small font-medium text-ink-2">{words.sort(each)}</h3>
            <ul className="mt-1 grid gap-2 sm:grid-cols-2">
              {shown
                .filter((kind) => NODE_SHAPES[kind].sort === each)
                .map((kind) => (
                  <li key={kind}>
                    <button
                      type="button"
                      onClick={() => onPick(kind)}
                      className="w-full rounded-2 border border-line bg-surface px-3 py-2 text-left hover:border-celadon hover:bg-celadon-wash"
                    >
                      <span className="font-medium">{words.kind(kind)}</span>
                      <span className="block text-small text-ink-2">{words.about(kind)}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
