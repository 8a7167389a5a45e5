import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';

interface PublicFrameProps<T> {
  readonly found: UseQueryResult<T>;
  readonly children: (found: T) => ReactNode;
}

/** A page everyone may read, while it is being fetched and once it is there. */
export function PublicFrame<T>({ found, children }: PublicFrameProps<T>) {
  return (
    <div className="page-width pb-20">
      {found.isPending && <Skeleton className="pt-10" lines={8} />}
      {found.isError && (
        <div className="pt-10">
          <Notice tone="error">{found.error.message}</Notice>
        </div>
      )}
      {found.data !== undefined && children(found.data)}
    </div>
  );
}
