import { useQuery } from '@tanstack/react-query';
import type { Firm } from '@tidu/api/firms/contract';
import type { ReactNode } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { FirmNav, type FirmTab } from './firm-nav.tsx';
import { firmQuery } from './queries.ts';
import { SignedIn } from './signed-in.tsx';

interface FirmFrameProps {
  readonly firmId: string;
  readonly tab: FirmTab;
  readonly lead: string;
  /** Drawn once the firm is there. */
  readonly children: (firm: Firm) => ReactNode;
}

/** The frame of every page of a firm: its name, the way to the other pages, and what stands in the way. */
export function FirmFrame({ firmId, tab, lead, children }: FirmFrameProps) {
  const m = useMessages(firmsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.tab[tab]}>
        <FirmContent firmId={firmId} tab={tab} lead={lead}>
          {children}
        </FirmContent>
      </SignedIn>
    </div>
  );
}

function FirmContent({ firmId, tab, lead, children }: FirmFrameProps) {
  const m = useMessages(firmsMessages);
  const firm = useQuery(firmQuery(firmId));
  const isMissing = firm.error instanceof RequestFailed && [403, 404].includes(firm.error.status);
  return (
    <>
      <PageHeader title={m.tab[tab]} above={<FirmName firm={firm.data} />} lead={lead}>
        <FirmNav firmId={firmId} />
      </PageHeader>
      {firm.isPending && <Skeleton lines={8} />}
      {isMissing && (
        <EmptyState title={m.notMine} action={<Link to="/my/firm">{m.mine}</Link>}>
          {m.notMineText}
        </EmptyState>
      )}
      {firm.isError && !isMissing && (
        <Notice tone="error" title={m.failed}>
          <div className="mt-3">
            <Button onClick={() => void firm.refetch()}>{m.retry}</Button>
          </div>
        </Notice>
      )}
      {firm.data && children(firm.data)}
    </>
  );
}

function FirmName({ firm }: { readonly firm: Firm | undefined }) {
  return (
    <span className="inline-flex min-h-6 flex-wrap items-baseline gap-x-3">
      <span className="font-medium text-ink">{firm?.name}</span>
      <span className="tabular-nums">{firm?.creditCode}</span>
    </span>
  );
}
