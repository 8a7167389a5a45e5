import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import type { Draft } from '../self-check/model/draft.ts';
import { applicationsQuery } from './queries.ts';
import { useBegin } from './use-begin.ts';

interface BeginAtOnceProps {
  readonly firmId: string;
  readonly schemeId: string;
  readonly selfCheck: Draft;
  /** What is asked instead where there is such a draft already, or where it does not work. */
  readonly children: ReactNode;
}

/** One click from the self-check to the draft: nothing is left to ask, so nothing is asked. */
export function BeginAtOnce({ firmId, schemeId, selfCheck, children }: BeginAtOnceProps) {
  const m = useMessages(applicationsMessages);
  const list = useInfiniteQuery(applicationsQuery(firmId));
  const { mutate, isError } = useBegin();
  const hasBegun = useRef(false);
  const drafts = list.data?.pages.flatMap((page) => page.applications).filter(({ state }) => state === 'draft');
  const isFree = drafts?.every((each) => each.schemeId !== schemeId);
  useEffect(() => {
    if (!isFree || hasBegun.current) return;
    hasBegun.current = true;
    mutate({ firmId, schemeId, selfCheck });
  }, [isFree, mutate, firmId, schemeId, selfCheck]);
  if (isError || list.isError || (drafts && !isFree && !hasBegun.current)) return children;
  return (
    <>
      <p className="mb-6 text-ink-2">{m.beginning}</p>
      <Skeleton lines={6} />
    </>
  );
}
