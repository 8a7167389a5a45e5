import { useNavigate } from '@tanstack/react-router';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { blank } from '../model/blank.ts';
import type { PartKind } from '../model/field-spec.ts';
import { join, valueAt } from '../model/json-path.ts';
import { nameOfPart, tellRule } from '../model/part-names.ts';
import { isJson } from '../model/shape-of.ts';
import { useKindWords } from './kind-words.ts';
import { PlaceActions } from './place-actions.tsx';

interface PartListProps {
  readonly path: string;
  readonly kind: PartKind;
  readonly list: readonly unknown[];
}

/** Parts in their order, each with its rule in words; opened by a click. */
export function PartList({ path, kind, list }: PartListProps) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { draft, doc, edit, mayEdit } = useDraftDesk();
  const words = useKindWords();
  const navigate = useNavigate();
  const add = (): void => {
    const made = blank(kind, doc);
    const had = Array.isArray(valueAt(doc, path));
    edit(
      had ? [{ op: 'add', path: join(path, list.length), value: made }] : [{ op: 'add', path, value: [made] }],
      m.summary.add(words.kind(kind)),
    );
    // What was added is still empty: it is filled in next.
    void navigate({
      to: '/studio/drafts/$draftId',
      params: { draftId: draft.id },
      search: { tab: 'structure', at: join(path, list.length) },
    });
  };
  return (
    <div>
      {list.length === 0 && <p className="mb-2 text-small text-ink-3">{m.noneYet}</p>}
      <ol className="divide-y divide-line rounded-2 border border-line bg-surface empty:hidden">
        {list.map((part, i) => {
          const at = join(path, i);
          const name = nameOfPart(doc, part, locale) || words.kind(kind);
          const when =
            isJson(part) && isJson(part.when) ? tellRule(doc, part.when, locale) : tellRule(doc, part, locale);
          return (
            <li key={at} className="flex items-start gap-3 px-3 py-1.5">
              <div className="min-w-0 flex-1">
                <Link
                  to="/studio/drafts/$draftId"
                  params={{ draftId: draft.id }}
                  search={{ tab: 'structure', at }}
                  className="font-medium text-ink no-underline hover:text-celadon hover:underline"
                >
                  {name}
                </Link>
                {when && when !== name && <p className="line-clamp-2 text-small text-ink-2">{when}</p>}
              </div>
              <PlaceActions path={at} name={name} />
            </li>
          );
        })}
      </ol>
      {mayEdit && (
        <Button size="dense" className="mt-2" onClick={add}>
          {m.addKind(words.kind(kind))}
        </Button>
      )}
    </div>
  );
}
