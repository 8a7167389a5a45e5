import { useQuery } from '@tanstack/react-query';
import type { Industries } from '@tidu/api/firms/contract';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { controlAttributes, Field } from '../../shared/ui/field.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { profileField } from './profile-draft.ts';
import type { ProfileFieldsProps } from './profile-props.ts';
import { industriesQuery } from './queries.ts';

type Class = Industries['classes'][number];

/** The industry by GB/T 4754: a division of one of the sections, then a group of it, then words of one's own. */
export function IndustryFields({ draft, onChange, problems, disabled = false }: ProfileFieldsProps) {
  const m = useMessages(firmsMessages);
  const { data } = useQuery(industriesQuery);
  const classes = data?.classes ?? [];
  const division = draft.industryCode.slice(0, 2);
  const groups = classes.filter((each) => each.within === division && division !== '');
  const set = (industryCode: string): void => onChange({ ...draft, industryCode });
  const field = { id: profileField('industryCode'), label: m.industry, hint: m.industryHint, disabled };
  return (
    <>
      <div className="grid gap-8 sm:grid-cols-2">
        <Field {...field} error={problems.get('industryCode')}>
          <select
            {...controlAttributes({ ...field, error: problems.get('industryCode') })}
            className="control"
            value={division}
            onChange={(event) => set(event.target.value)}
          >
            <option value="" />
            {classes.filter(isSection).map((section) => (
              <optgroup key={section.code} label={`${section.code} ${section.label}`}>
                {classes
                  .filter((each) => each.within === section.code)
                  .map((each) => (
                    <option key={each.code} value={each.code}>{`${each.code} ${each.label}`}</option>
                  ))}
              </optgroup>
            ))}
          </select>
        </Field>
        {groups.length > 0 && (
          <Select
            id={profileField('industryGroup')}
            label={m.industryGroup}
            optional
            disabled={disabled}
            options={groups.map((each) => ({ value: each.code, label: `${each.code} ${each.label}` }))}
            value={draft.industryCode.length === 3 ? draft.industryCode : undefined}
            onChange={(next) => set(next ?? division)}
          />
        )}
      </div>
      <TextInput
        id={profileField('industryNote')}
        label={m.industryNote}
        hint={m.industryNoteHint}
        optional
        maxLength={200}
        disabled={disabled}
        error={problems.get('industryNote')}
        value={draft.industryNote}
        onChange={(industryNote) => onChange({ ...draft, industryNote })}
      />
    </>
  );
}

const isSection = (each: Class): boolean => each.within === undefined;
