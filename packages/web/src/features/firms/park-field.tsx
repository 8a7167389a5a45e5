import { useQuery } from '@tanstack/react-query';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useLocale, useMessages } from '../../messages/use-messages.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { profileField } from './profile-draft.ts';
import type { ProfileFieldsProps } from './profile-props.ts';
import { parksQuery } from './queries.ts';

/** The park a firm sits in; one no longer offered stays for those who have it. */
export function ParkField({ draft, onChange, problems, disabled = false }: ProfileFieldsProps) {
  const m = useMessages(firmsMessages);
  const { locale } = useLocale();
  const parks = useQuery(parksQuery);
  const options = (parks.data?.parks ?? [])
    .filter((park) => !park.isRetired || park.id === draft.parkId)
    .map((park) => ({ value: park.id, label: locale === 'en' ? park.labelEn : park.label }));
  return (
    <Select
      id={profileField('parkId')}
      label={m.park}
      optional
      disabled={disabled}
      error={problems.get('parkId')}
      options={options}
      value={draft.parkId || undefined}
      onChange={(next) => onChange({ ...draft, parkId: next ?? '' })}
    />
  );
}
