import type { Cite } from '@tidu/rules';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { uiMessages } from '../../../messages/ui-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { weakestBasis } from '../../../shared/ui/basis-mark.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { CitesField } from '../editor/cites-field.tsx';
import type { Figure } from '../model/figures.ts';
import { setOps } from '../model/json-path.ts';

/** What a figure rests on; a click opens its sources for editing. */
export function BasisButton({ figure, name }: { readonly figure: Figure; readonly name: string }) {
  const m = useMessages(studioMessages);
  const ui = useMessages(uiMessages);
  const { doc, edit, mayEdit } = useDraftDesk();
  const [opens, setOpens] = useState(false);
  const basis = weakestBasis(figure.cites);
  const { citePath } = figure;
  const save = (cites: readonly Cite[]): void => {
    if (citePath) edit(setOps(doc, citePath, cites), m.summary.cite(name));
  };
  return (
    <>
      <button
        type="button"
        aria-label={`${basis === undefined ? m.noSource : ui.basis[basis]} · ${m.sourceOf(name)}`}
        onClick={() => setOpens(true)}
        className={`inline-flex min-h-9 items-center rounded-1 border px-2 text-caption whitespace-nowrap hover:border-celadon hover:text-celadon ${
          basis === 'assumed'
            ? 'border-dashed border-amber bg-amber-soft text-amber'
            : basis
              ? 'border-line-strong text-ink-2'
              : 'border-dashed border-line-strong text-ink-3'
        }`}
      >
        {basis ? ui.basis[basis] : m.noSource}
      </button>
      {opens && (
        <Dialog
          open
          wide
          onClose={() => setOpens(false)}
          title={m.sourceOf(name)}
          actions={
            <Button look="primary" onClick={() => setOpens(false)}>
              {m.done}
            </Button>
          }
        >
          <CitesField
            cites={figure.cites}
            disabled={!mayEdit || citePath === undefined}
            onChange={save}
            id={`cite-${figure.path}`}
          />
        </Dialog>
      )}
    </>
  );
}
