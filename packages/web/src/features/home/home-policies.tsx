import type { PolicySummary, PolicyVersion } from '@tidu/api/policies/contract';
import { homeMessages } from '../../messages/home-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';

interface HomePoliciesProps {
  readonly current: readonly { readonly policy: PolicySummary; readonly version: PolicyVersion }[];
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly retry: () => void;
}

/** The policies in force, with the day each came into force. */
export function HomePolicies({ current, isPending, isError, retry }: HomePoliciesProps) {
  const m = useMessages(homeMessages);
  const text = useText();
  const format = useFormat();
  const until: Column<(typeof current)[number]> = {
    id: 'until',
    head: m.until,
    cell: ({ version }) => (
      <span className="whitespace-nowrap">{version.inForceTo ? format.day(version.inForceTo) : m.noEnd}</span>
    ),
  };
  return (
    <section aria-labelledby="policies" className="page-width">
      <h2 id="policies" className="text-h2">
        {m.policiesTitle}
      </h2>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{m.policiesLead}</p>
      {isPending && <Skeleton lines={4} />}
      {isError && (
        <Notice tone="error" title={m.failed}>
          <Button className="mt-2" onClick={retry}>
            {m.retry}
          </Button>
        </Notice>
      )}
      {!isPending && !isError && (
        <DataTable
          caption={m.policiesTitle}
          hideCaption
          rows={current}
          rowId={({ policy }) => policy.id}
          columns={[
            {
              id: 'policy',
              head: m.policy,
              rowHead: true,
              cell: ({ policy, version }) => (
                <Link
                  to="/policies/$policyId/$inForceFrom"
                  params={{ policyId: policy.id, inForceFrom: version.inForceFrom }}
                >
                  {text(policy.label)}
                </Link>
              ),
            },
            {
              id: 'since',
              head: m.inForceSince,
              cell: ({ version }) => <span className="whitespace-nowrap">{format.day(version.inForceFrom)}</span>,
            },
            ...(current.some(({ version }) => version.inForceTo) ? [until] : []),
          ]}
        />
      )}
    </section>
  );
}
