import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import type { FactsForm } from './use-facts-form.ts';

/** At the foot of the window while something is not saved: how much, and the way to save it. */
export function SaveBar({ form }: { readonly form: FactsForm }) {
  const m = useMessages(firmsMessages);
  if (form.count === 0 && !form.hasUnreadable) return null;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-8 border-t border-line-strong bg-raised px-4 py-3 shadow-2 sm:mx-0 sm:rounded-t-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className={form.hasUnreadable ? 'text-seal' : 'text-ink-2'}>
          {form.hasUnreadable ? m.cannotRead : m.unsaved(form.count)}
        </p>
        <div className="flex gap-3">
          <Button look="quiet" onClick={form.discard}>
            {m.discard}
          </Button>
          <Button look="primary" busy={form.isSaving} disabled={form.hasUnreadable} onClick={form.save}>
            {m.saveAll}
          </Button>
        </div>
      </div>
    </div>
  );
}
