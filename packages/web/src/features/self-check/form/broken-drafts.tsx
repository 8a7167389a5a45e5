import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { type BrokenDraft, deviceShelf, removeKey } from '../model/draft-storage.ts';
import { saveFile } from '../model/save-file.ts';

interface BrokenDraftsProps {
  readonly broken: readonly BrokenDraft[];
  readonly onChange: () => void;
}

/** Drafts that cannot be read: nothing is thrown away before the person says so. */
export function BrokenDrafts({ broken, onChange }: BrokenDraftsProps) {
  const m = useMessages(selfCheckMessages);
  if (broken.length === 0) return null;
  const remove = (key: string): void => {
    removeKey(deviceShelf(), key);
    onChange();
  };
  return (
    <div className="mt-5">
      <Notice tone="open" title={m.brokenTitle(broken.length)}>
        <p className="text-small">{m.brokenText}</p>
        <ul className="mt-2 space-y-2">
          {broken.map((each) => (
            <li key={each.key} className="flex flex-wrap items-center gap-2">
              {each.problem === 'newer' && <span className="basis-full text-small">{m.newerText}</span>}
              <Button size="dense" onClick={() => saveFile('tidu-draft.txt', each.text, 'text/plain;charset=utf-8')}>
                {m.download}
              </Button>
              <Button size="dense" look="quiet" onClick={() => remove(each.key)}>
                {m.deleteDraft}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
