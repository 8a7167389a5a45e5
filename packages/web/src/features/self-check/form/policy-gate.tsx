import { type ReactNode, useState } from 'react';
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

/**
 * Shows its content once all policies are there: with half of them the money would be wrong. Later, when another day asks
 * for another version, the content stays.
 */
export function PolicyGate({ policies, children }: PolicyGateProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const { status, docs, missing, retry } = policies;
  const [isReady, setReady] = useState(false);
  if (!isReady && status !== 'loading') setReady(true);
  if (status === 'loading' && (!isReady || docs.length === 0)) return <Skeleton lines={8} className="py-6" />;
  const failure = status === 'failed' && (
    <Notice tone="error" title={m.failed}>
      <div className="mt-3">
        <Button onClick={retry}>{m.retry}</Button>
      </div>
    </Notice>
  );
  if (failure && docs.length === 0) return failure;
  if (docs.length === 0) return <EmptyState title={m.noPolicies}>{m.noPoliciesText}</EmptyState>;
  return (
    <>
      {failure && <div className="mb-4">{failure}</div>}
      {status === 'ready' &&
        missing.map((policy) => (
          <div key={policy.id} className="mb-4">
            <Notice tone="open">
              {policy.forParks ? m.notForPark(text(policy.label)) : m.notInForce(text(policy.label))}
            </Notice>
          </div>
        ))}
      {children}
    </>
  );
}
