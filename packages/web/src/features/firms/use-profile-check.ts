import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { type Problems, profileProblems } from './check-filled.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** Tells what is missing in a profile, in the language of the page. */
export function useProfileCheck(): (draft: ProfileDraft) => Problems {
  const m = useMessages(firmsMessages);
  const labels = {
    name: m.name,
    registeredOn: m.registeredOn,
    industryCode: m.industry,
    registeredAddress: m.address,
    legalRepresentative: m.legalRepresentative,
    contact: { name: m.contactName, phone: m.contactPhone },
  };
  return (draft) => profileProblems(draft, labels, { fill: m.fill, phoneShape: m.phoneShape });
}
