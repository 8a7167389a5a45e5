import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';

interface SearchFormProps {
  readonly search: string | undefined;
  readonly onSearch: (next: string) => void;
}

export function SearchForm({ search = '', onSearch }: SearchFormProps) {
  const m = useMessages(identityMessages);
  const [text, setText] = useState(search);
  return (
    <search>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <label className="min-w-0 flex-1 basis-64 sm:max-w-sm">
          <span className="text-small text-ink-2">{m.search}</span>
          <input
            type="search"
            className="control mt-1"
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button type="submit">{m.find}</Button>
      </form>
    </search>
  );
}
