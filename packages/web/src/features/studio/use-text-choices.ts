import { useQuery } from '@tanstack/react-query';
import { studioMessages } from '../../messages/studio-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { libraryQuery } from './queries.ts';

export interface TextChoice {
  readonly ref: string;
  readonly name: string;
  readonly policyId: string;
}

/** Every text that can be named: versions and drafts, of one policy or of all. */
export function useTextChoices(policyId?: string): readonly TextChoice[] {
  const m = useMessages(studioMessages);
  const text = useText();
  const format = useFormat();
  const { data } = useQuery(libraryQuery);
  const policies = (data?.policies ?? []).filter(({ id }) => policyId === undefined || id === policyId);
  return policies.flatMap((policy) => {
    const name = policyId === undefined ? `${text(policy.label) || policy.id} · ` : '';
    return [
      ...policy.drafts.map((draft) => ({
        ref: draft.ref,
        policyId: policy.id,
        name: `${name}${m.draftChoice(draft.title, m.state[draft.state])}`,
      })),
      ...policy.versions.map((version) => ({
        ref: version.ref,
        policyId: policy.id,
        name: `${name}${m.versionFrom(format.day(version.inForceFrom))}`,
      })),
    ];
  });
}
