import { useQuery } from '@tanstack/react-query';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { useCase } from './case-context.tsx';
import { firmFilesQuery } from './queries.ts';

interface EvidenceChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  readonly hint: string;
  readonly error?: string | undefined;
}

/** Files of the firm an official rests an answer on. */
export function EvidenceChoice({ chosen, onChange, hint, error }: EvidenceChoiceProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const files = useQuery(firmFilesQuery(view.firmId));
  const usable = files.data?.files.filter(({ state }) => state === 'clean') ?? [];
  const toggle = (id: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Field id="evidence" legend label={m.evidence} hint={hint} error={error}>
      <div className="max-h-44 space-y-2 overflow-auto">
        {usable.length === 0 && <p className="text-small text-ink-3">{m.noFiles}</p>}
        {usable.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={`evidence-${id}`}
            label={<span className="text-small break-all">{name}</span>}
            checked={chosen.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
          />
        ))}
      </div>
    </Field>
  );
}
