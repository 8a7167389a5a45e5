import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import type { PartKind } from '../model/field-spec.ts';
import { useKindWords } from './kind-words.ts';
import { PartList } from './part-list.tsx';

/** One of the lists a policy is made of. */
export function SectionEditor({ section }: { readonly section: { readonly key: string; readonly kind: PartKind } }) {
  const m = useMessages(studioMessages);
  const words = useKindWords();
  const { doc } = useDraftDesk();
  const list = (doc as unknown as Readonly<Record<string, unknown>>)[section.key];
  return (
    <section>
      <h2 className="text-h3">{words.field('policy', undefined, section.key)}</h2>
      <p className="mt-1 mb-4 text-small text-ink-2">{words.about(section.kind)}</p>
      <PartList path={section.key} kind={section.kind} list={Array.isArray(list) ? list : []} />
      {section.key === 'tiers' && <p className="mt-3 text-caption text-ink-3">{m.tiersOrder}</p>}
    </section>
  );
}
