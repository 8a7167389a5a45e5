import { useMemo } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { SECTIONS, trailTo } from '../model/outline.ts';
import type { Json } from '../model/shape-of.ts';
import { OutlineTree } from './outline-tree.tsx';
import { PartEditor } from './part-editor.tsx';
import { SectionEditor } from './section-editor.tsx';

/** The policy as a tree at the left, the part that is open at the right with its sentence beside it. */
export default function StructureTab({ at = '' }: { readonly at: string | undefined }) {
  const m = useMessages(studioMessages);
  const { doc } = useDraftDesk();
  const section = SECTIONS.find(({ key }) => key === at);
  const trail = useMemo(() => trailTo(doc as unknown as Json, at), [doc, at]);
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <nav aria-label={m.structure} className="hidden lg:block">
        <div className="sticky top-4 max-h-[calc(100vh-2rem)] overflow-auto rounded-2 border border-line bg-surface py-1">
          <OutlineTree at={at} />
        </div>
      </nav>
      <nav aria-label={m.structure} className="lg:hidden">
        <Disclosure summary={m.chooseWhere}>
          <div className="max-h-[60vh] overflow-auto">
            <OutlineTree at={at} />
          </div>
        </Disclosure>
      </nav>
      <div className="min-w-0">
        {section ? <SectionEditor key={at} section={section} /> : <PartEditor key={trail.at(-1)?.path} trail={trail} />}
      </div>
    </div>
  );
}
