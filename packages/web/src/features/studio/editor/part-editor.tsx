import { useNavigate } from '@tanstack/react-router';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useFindings } from '../checks/use-findings.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { splitLast } from '../model/json-path.ts';
import type { OutlineItem } from '../model/outline.ts';
import { nameOfPart } from '../model/part-names.ts';
import { fieldsOfList } from '../model/walk-fields.ts';
import { AcceptClause } from './accept-clause.tsx';
import { CommentThread } from './comment-thread.tsx';
import { FieldEditorProvider } from './editor-of-fields.ts';
import { FieldEditor } from './field-editor.tsx';
import { useKindWords } from './kind-words.ts';
import { NodeFields } from './node-fields.tsx';
import { PlaceActions } from './place-actions.tsx';
import { RulePreview } from './rule-preview.tsx';

/** One part or node with all its fields, its sentence, what the checks say, and what colleagues say. */
export function PartEditor({ trail }: { readonly trail: readonly OutlineItem[] }) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { draft, doc } = useDraftDesk();
  const words = useKindWords();
  const navigate = useNavigate();
  const { findings } = useFindings();
  const item = trail.at(-1);
  if (!item) return null;
  const inList = trail.findLast(({ kind, path }) => kind === 'exists' && item.path.startsWith(`${path}.`));
  const listFields = inList
    ? fieldsOfList(doc as unknown as Readonly<Record<string, unknown>>, inList.object.list)
    : [];
  const name = item.path === '' ? m.policyHead : nameOfPart(doc, item.object, locale) || words.kind(item.kind);
  const own = findings.filter(({ path }) => path === item.path || path.startsWith(`${item.path}.`));
  return (
    <article>
      {trail.length > 2 && (
        <p className="mb-1 flex flex-wrap gap-x-2 text-caption text-ink-3">
          {trail.slice(1, -1).map((above) => (
            <span key={above.path}>
              <Link
                to="/studio/drafts/$draftId"
                params={{ draftId: draft.id }}
                search={{ tab: 'structure', at: above.path }}
                resetScroll={false}
              >
                {(nameOfPart(doc, above.object, locale) || words.kind(above.kind)).slice(0, 24)}
              </Link>
              <span className="ml-2">›</span>
            </span>
          ))}
        </p>
      )}
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-h3">{name}</h2>
          <p className="text-small text-ink-2">
            {words.kind(item.kind)}
            <span className="ml-2 text-ink-3">{words.about(item.kind)}</span>
          </p>
        </div>
        <PlaceActions
          path={item.path}
          name={name}
          onGone={() =>
            void navigate({
              to: '/studio/drafts/$draftId',
              params: { draftId: draft.id },
              search: { tab: 'structure', at: splitLast(item.path)[0] },
            })
          }
        />
      </header>
      <div className="mt-3 empty:hidden xl:hidden">
        <RulePreview item={item} />
      </div>
      <div className="mt-4 grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {item.kind === 'untranslatable' && <AcceptClause path={item.path} accepted={item.object.accepted} />}
          <FieldEditorProvider value={FieldEditor}>
            <NodeFields kind={item.kind} object={item.object} path={item.path} listFields={listFields} depth={0} />
          </FieldEditorProvider>
        </div>
        <aside className="min-w-0 space-y-5">
          <div className="empty:hidden max-xl:hidden">
            <RulePreview item={item} />
          </div>
          {own.length > 0 && (
            <section>
              <h3 className="text-small font-semibold">{m.findingsHere}</h3>
              <ul className="mt-1 space-y-1 text-small">
                {own.slice(0, 5).map((found) => (
                  <li key={found.key} className={found.level === 'error' ? 'text-seal' : 'text-ink-2'}>
                    {found.text[locale]}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3 className="mb-2 text-small font-semibold">{m.comments}</h3>
            <CommentThread path={item.path} />
          </section>
        </aside>
      </div>
    </article>
  );
}
