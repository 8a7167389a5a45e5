import { infiniteQueryOptions } from '@tanstack/react-query';
import type { FilePage } from '@tidu/api/files/contract';
import { readJson } from '../../shared/api/read-json.ts';

export const filesPath = (firmId: string): string => `/api/v1/firms/${encodeURIComponent(firmId)}/files`;

/** Address of the content of a file; every opening is noted. */
export const contentPath = (firmId: string, fileId: string, as: 'download' | 'preview'): string =>
  `${filesPath(firmId)}/${encodeURIComponent(fileId)}/content?as=${as}`;

const SCANNING_MS = 4_000;

/** Files of a firm, the latest first; while one waits for the scanner it looks again by itself. */
export const filesQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['firms', firmId, 'files'],
    queryFn: ({ signal, pageParam }) =>
      readJson<FilePage>(`${filesPath(firmId)}${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.files.some((file) => file.state === 'quarantined')) ? SCANNING_MS : false,
  });
