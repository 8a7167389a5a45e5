import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';

interface CaseChoiceProps {
  readonly current: string;
  readonly onChoose: (caseNumber: string) => void;
}

/** Which case a letter is shown with; asked for by a button, since every look is noted. */
export function CaseChoice({ current, onChoose }: CaseChoiceProps) {
  const m = useMessages(templateMessages);
  const [typed, setTyped] = useState(current);
  return (
    <form
      className="mb-4 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(typed.trim());
      }}
    >
      <div className="min-w-56 flex-1">
        <TextInput
          id="case-number"
          label={m.caseNumber}
          hint={m.caseNumberHint}
          optional
          maxLength={40}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <Button type="submit" disabled={typed.trim() === current}>
        {typed.trim() === '' ? m.useSample : m.useCase}
      </Button>
    </form>
  );
}
