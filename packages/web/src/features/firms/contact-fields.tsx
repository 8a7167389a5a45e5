import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { type ContactDraft, NO_CONTACT, profileField } from './profile-draft.ts';
import type { ProfileFieldsProps } from './profile-props.ts';

const MOST = 10;

/** Whom to call: one person at least. */
export function ContactFields({ draft, onChange, problems, disabled = false }: ProfileFieldsProps) {
  const m = useMessages(firmsMessages);
  const { contacts } = draft;
  const set = (next: readonly ContactDraft[]): void => onChange({ ...draft, contacts: next });
  const label = { name: m.contactName, duty: m.contactDuty, phone: m.contactPhone, email: m.contactEmail };
  return (
    <fieldset id={profileField('contacts')} tabIndex={-1}>
      <legend className="text-h3">{m.contacts}</legend>
      <p className="mt-1 text-small text-ink-2">{m.contactsHint}</p>
      <ol className="mt-4 space-y-5">
        {contacts.map((contact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people have no name of their own before they are filled in
          <li key={i} className="rounded-2 border border-line bg-surface p-4">
            <div className="flex items-center justify-between">
              <p className="font-medium">{m.contact(i + 1)}</p>
              {contacts.length > 1 && !disabled && (
                <Button
                  size="dense"
                  look="quiet"
                  aria-label={m.contactRemove(i + 1)}
                  onClick={() => set(contacts.filter((_, at) => at !== i))}
                >
                  {m.remove}
                </Button>
              )}
            </div>
            <div className="mt-3 grid gap-5 sm:grid-cols-2">
              {(['name', 'duty', 'phone', 'email'] as const).map((part) => (
                <TextInput
                  key={part}
                  id={profileField(`contacts.${i}.${part}`)}
                  label={label[part]}
                  optional={part === 'duty' || part === 'email'}
                  disabled={disabled}
                  inputMode={part === 'phone' ? 'tel' : part === 'email' ? 'email' : 'text'}
                  error={problems.get(`contacts.${i}.${part}`)}
                  value={contact[part]}
                  onChange={(next) => set(contacts.map((each, at) => (at === i ? { ...each, [part]: next } : each)))}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {contacts.length < MOST && !disabled && (
        <div className="mt-4">
          <Button onClick={() => set([...contacts, NO_CONTACT])}>{m.contactAdd}</Button>
        </div>
      )}
    </fieldset>
  );
}
