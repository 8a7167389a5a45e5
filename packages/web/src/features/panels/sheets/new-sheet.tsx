import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { schemeListQuery } from '../../schemes/queries.ts';

/** A sheet of its own for a scheme: it has the name of the scheme, and its panels take it from then on. */
export function NewSheet({ taken }: { readonly taken: readonly string[] }) {
  const m = useMessages(templateMessages);
  const text = useText();
  const navigate = useNavigate();
  const [sheetId, setSheetId] = useState<string>();
  const schemes = useQuery(schemeListQuery).data?.schemes.filter(({ id }) => !taken.includes(id)) ?? [];
  if (schemes.length === 0) return null;
  return (
    <form
      className="mt-10 max-w-prose"
      onSubmit={(event) => {
        event.preventDefault();
        if (sheetId) void navigate({ to: '/desk/sheets/$sheetId', params: { sheetId } });
      }}
    >
      <h2 className="text-h3">{m.newSheet}</h2>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <div className="min-w-64 flex-1">
          <Select
            id="new-sheet"
            label={m.newSheetFor}
            value={sheetId}
            onChange={setSheetId}
            options={schemes.map(({ id, label }) => ({ value: id, label: text(label) }))}
          />
        </div>
        <Button type="submit" disabled={!sheetId}>
          {m.begin}
        </Button>
      </div>
    </form>
  );
}
