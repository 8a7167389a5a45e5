import { useQuery, useQueryClient } from '@tanstack/react-query';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { FileDrop } from '../files/file-drop.tsx';
import { useSession } from '../session/use-session.ts';
import { useCase } from './case-context.tsx';
import { firmFilesQuery } from './queries.ts';

interface EvidenceChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  readonly hint: string;
  readonly error?: string | undefined;
}

/** Who may add a paper of their own, as the API has it. */
const MAY_ADD: readonly string[] = ['intake-clerk', 'department-reviewer'];

/** Files of the firm an official rests an answer on. */
export function EvidenceChoice({ chosen, onChange, hint, error }: EvidenceChoiceProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const files = useQuery(firmFilesQuery(view.firmId));
  const client = useQueryClient();
  const { session } = useSession();
  const mayAdd = session?.staff.some(({ role }) => MAY_ADD.includes(role)) ?? false;
  const take = (ids: readonly string[]): void => {
    void client.invalidateQueries({ queryKey: firmFilesQuery(view.firmId).queryKey });
    onChange([...chosen, ...ids]);
  };
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
      {mayAdd && (
        <Disclosure summary={m.addEvidence} className="mt-2">
          <FileDrop firmId={view.firmId} id="evidence-new" onAllSent={(sent) => take(sent.map(({ id }) => id))} />
        </Disclosure>
      )}
    </Field>
  );
}
