import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { copyOf } from '../model/blank.ts';
import { join, moveOps, splitLast, valueAt } from '../model/json-path.ts';
import { namedAt } from '../model/rename-id.ts';
import { isJson, type Json } from '../model/shape-of.ts';
import { CopyIcon, DownIcon, RemoveIcon, UpIcon } from './place-icons.tsx';

const ICON =
  'inline-flex size-8 items-center justify-center rounded-1 text-body text-ink-2 hover:bg-sunken hover:text-celadon disabled:text-line-strong disabled:hover:bg-transparent';

/** Up, down, again and away, for a member of a list. */
export function PlaceActions({
  path,
  name,
  onGone,
}: {
  readonly path: string;
  readonly name: string;
  readonly onGone?: () => void;
}) {
  const m = useMessages(studioMessages);
  const { doc, edit, mayEdit } = useDraftDesk();
  const [asks, setAsks] = useState<readonly string[]>();
  const [list, key] = splitLast(path);
  const all = valueAt(doc, list);
  const part = valueAt(doc, path);
  if (!mayEdit || !Array.isArray(all)) return null;
  const at = Number(key);
  const remove = (): void => {
    setAsks(undefined);
    edit([{ op: 'remove', path }], m.summary.remove(name));
    onGone?.();
  };
  const askRemove = (): void => {
    const id = isJson(part) && typeof part.id === 'string' ? part.id : '';
    const places = id === '' ? [] : namedAt(doc as unknown as Json, id).filter((each) => !each.startsWith(`${path}.`));
    if (places.length > 0) setAsks(places);
    else remove();
  };
  return (
    <span className="inline-flex shrink-0">
      <button
        type="button"
        className={ICON}
        aria-label={m.moveUp(name)}
        title={m.up}
        disabled={at === 0}
        onClick={() => edit(moveOps(doc, path, -1), m.summary.move(name))}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className={ICON}
        aria-label={m.moveDown(name)}
        title={m.down}
        disabled={at === all.length - 1}
        onClick={() => edit(moveOps(doc, path, 1), m.summary.move(name))}
      >
        <DownIcon />
      </button>
      <button
        type="button"
        className={ICON}
        aria-label={m.copyNamed(name)}
        title={m.copy}
        onClick={() => edit([{ op: 'add', path: join(list, at + 1), value: copyOf(part, doc) }], m.summary.copy(name))}
      >
        <CopyIcon />
      </button>
      <button type="button" className={ICON} aria-label={m.removeNamed(name)} title={m.remove} onClick={askRemove}>
        <RemoveIcon />
      </button>
      {asks && (
        <Dialog
          open
          onClose={() => setAsks(undefined)}
          title={m.removeAsk(name)}
          actions={
            <>
              <Button onClick={() => setAsks(undefined)}>{m.cancel}</Button>
              <Button look="danger" onClick={remove}>
                {m.remove}
              </Button>
            </>
          }
        >
          <p>{m.stillNamed(asks.length)}</p>
        </Dialog>
      )}
    </span>
  );
}
