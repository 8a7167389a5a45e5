import { useQuery } from '@tanstack/react-query';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { parksQuery } from '../../firms/queries.ts';
import { policyListQuery } from '../../policies/queries.ts';
import { changeDraft } from '../model/draft-session.ts';

/** Where the firm sits; asked only while some policy is for some parks alone. */
export function ParkChoice({ park }: { readonly park: string | undefined }) {
  const m = useMessages(selfCheckMessages);
  const { locale } = useLocale();
  const policies = useQuery(policyListQuery).data?.policies ?? [];
  const isAsked = policies.some(({ versions }) => versions.some(({ parks }) => parks !== undefined));
  const parks = useQuery({ ...parksQuery, enabled: isAsked }).data?.parks ?? [];
  if (!isAsked) return null;
  return (
    <Select
      id="setup-park"
      label={m.park}
      hint={m.parkHint}
      optional
      value={park}
      options={parks
        .filter((each) => !each.isRetired || each.id === park)
        .map((each) => ({ value: each.id, label: locale === 'en' ? each.labelEn : each.label }))}
      onChange={(next) =>
        changeDraft(({ park: _old, ...rest }) => (next === undefined ? rest : { ...rest, park: next }))
      }
    />
  );
}
