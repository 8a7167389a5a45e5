import type { ReactNode } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import type { PoliciesInForce } from '../model/use-policies-in-force.ts';

interface PolicyGateProps {
  readonly policies: PoliciesInForce;
  readonly children: ReactNode;
}

/** Shows its content once the policies are there; says what is wrong otherwise. */
export function PolicyGate({ policies, children }: PolicyGateProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const { status, docs, missing, retry } = policies;
  if (docs.length === 0 && status === 'loading') return <Skeleton lines={8} className="py-6" />;
  if (docs.length === 0 && status === 'failed') {
    return (
      <Notice tone="error" title={m.failed}>
        <div className="mt-3">
          <Button onClick={retry}>{m.retry}</Button>
        </div>
      </Notice>
    );
  }
  if (docs.length === 0) return <EmptyState title={m.noPolicies}>{m.noPoliciesText}</EmptyState>;
  return (
    <>
      {status === 'ready' &&
        missing.map((policy) => (
          <div key={policy.id} className="mb-4">
            <Notice tone="open">{m.notInForce(text(policy.label))}</Notice>
          </div>
        ))}
      {children}
    </>
  );
}
