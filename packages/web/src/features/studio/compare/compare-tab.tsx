import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useTextChoices } from '../use-text-choices.ts';
import { ComparisonView } from './comparison-view.tsx';
import { TextSelect } from './text-select.tsx';

/** This draft against the text it came from, or any other. */
export default function CompareTab() {
  const m = useMessages(studioForceMessages);
  const { draft, view } = useDraftDesk();
  const own = `draft:${draft.id}`;
  const choices = useTextChoices().filter(({ ref }) => ref !== own);
  const [before, setBefore] = useState(draft.base ?? '');
  return (
    <div className="space-y-5">
      <TextSelect id="before" label={m.compareWith} value={before} choices={choices} onChange={setBefore} />
      {before === '' ? (
        <p className="text-ink-2">{m.chooseText}</p>
      ) : (
        <ComparisonView before={before} after={own} turn={view.version} />
      )}
    </div>
  );
}
