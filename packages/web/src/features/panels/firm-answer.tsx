import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';

export const CONFLICTS = ['employment', 'kinship', 'money', 'adviser', 'competitor', 'other'] as const;

export interface Said {
  readonly hasConflict?: boolean;
  readonly kind?: string | undefined;
  readonly note?: string;
}

interface FirmAnswerProps {
  readonly id: string;
  readonly name: string;
  readonly said: Said;
  readonly onChange: (next: Said) => void;
}

/** What an expert says of one firm. */
export function FirmAnswer({ id, name, said, onChange }: FirmAnswerProps) {
  const m = useMessages(panelsMessages);
  return (
    <li className="space-y-3 py-4">
      <ChoiceGroup
        id={id}
        label={name}
        value={said.hasConflict === undefined ? undefined : said.hasConflict ? 'conflict' : 'none'}
        onChange={(value) => onChange({ ...said, hasConflict: value === 'conflict' })}
        choices={[
          { value: 'none', label: m.noConflictShort },
          { value: 'conflict', label: m.hasConflictShort },
        ]}
      />
      {said.hasConflict && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            id={`${id}-kind`}
            label={m.kind}
            value={said.kind}
            onChange={(kind) => onChange({ ...said, kind })}
            options={CONFLICTS.map((value) => ({ value, label: m.kinds[value] }))}
          />
          <TextInput
            id={`${id}-note`}
            label={m.note}
            optional
            value={said.note ?? ''}
            onChange={(note) => onChange({ ...said, note })}
          />
        </div>
      )}
    </li>
  );
}
