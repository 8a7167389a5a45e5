import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { useSession } from '../../session/use-session.ts';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { join, setOps } from '../model/json-path.ts';

/** A clause that no rule can say stays as text only when a person answers for it. */
export function AcceptClause({ path, accepted }: { readonly path: string; readonly accepted: unknown }) {
  const m = useMessages(studioMessages);
  const { session } = useSession();
  const { doc, edit, mayEdit } = useDraftDesk();
  if (accepted !== undefined || !mayEdit || !session) return null;
  const value = { by: session.name, on: chinaDay(new Date()) };
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 rounded-2 border border-amber-glaze bg-amber-soft px-3 py-2 text-small">
      <p>{m.acceptLead}</p>
      <Button size="dense" onClick={() => edit(setOps(doc, join(path, 'accepted'), value), m.summary.accept)}>
        {m.acceptClause}
      </Button>
    </div>
  );
}
