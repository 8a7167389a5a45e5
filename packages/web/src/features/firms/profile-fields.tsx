import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { ContactFields } from './contact-fields.tsx';
import { IndustryFields } from './industry-fields.tsx';
import { ParkField } from './park-field.tsx';
import { profileField } from './profile-draft.ts';
import type { ProfileFieldsProps } from './profile-props.ts';

/** The profile of a firm as a form, the same for registering and for changing it. */
export function ProfileFields(props: ProfileFieldsProps) {
  const { draft, onChange, problems, disabled = false } = props;
  const m = useMessages(firmsMessages);
  const text = (name: 'name' | 'registeredAddress' | 'legalRepresentative', label: string, maxLength: number) => (
    <TextInput
      id={profileField(name)}
      label={label}
      maxLength={maxLength}
      disabled={disabled}
      error={problems.get(name)}
      value={draft[name]}
      onChange={(next) => onChange({ ...draft, [name]: next })}
    />
  );
  return (
    <div className="space-y-8">
      {text('name', m.name, 100)}
      <div className="grid gap-8 sm:grid-cols-2">
        <DateInput
          id={profileField('registeredOn')}
          label={m.registeredOn}
          disabled={disabled}
          min="1900-01-01"
          error={problems.get('registeredOn')}
          value={draft.registeredOn || undefined}
          onChange={(next) => onChange({ ...draft, registeredOn: next ?? '' })}
        />
        {text('legalRepresentative', m.legalRepresentative, 50)}
      </div>
      <IndustryFields {...props} />
      <ParkField {...props} />
      {text('registeredAddress', m.address, 200)}
      <ContactFields {...props} />
    </div>
  );
}
