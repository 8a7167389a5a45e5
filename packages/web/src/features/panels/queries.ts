import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CaseMaterial,
  CasePanels,
  ExpertList,
  FirmsToDeclare,
  Panel,
  PanelList,
  PanelResults,
} from '@tidu/api/panels/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';

export const panelPath = (id: string): string => `/api/v1/panels/${encodeURIComponent(id)}`;

const onlyWhileDown = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status < 500);

export const panelListQuery = queryOptions({
  queryKey: ['panels'],
  queryFn: ({ signal }) => readJson<PanelList>('/api/v1/panels', signal),
});

export const panelQuery = (id: string) =>
  queryOptions({
    queryKey: ['panels', id],
    queryFn: ({ signal }) => readJson<Panel>(panelPath(id), signal),
    retry: onlyWhileDown,
  });

export const firmsToDeclareQuery = (panelId: string) =>
  queryOptions({
    queryKey: ['panels', panelId, 'declarations'],
    queryFn: ({ signal }) => readJson<FirmsToDeclare>(`${panelPath(panelId)}/declarations`, signal),
    // Every reading is in the audit trail, so it is not done again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: onlyWhileDown,
  });

export const materialQuery = (panelId: string, applicationId: string) =>
  queryOptions({
    queryKey: ['panels', panelId, 'case', applicationId],
    queryFn: ({ signal }) => readJson<CaseMaterial>(`${panelPath(panelId)}/cases/${applicationId}`, signal),
    // Every reading is in the audit trail, so it is not done again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: onlyWhileDown,
  });

export const resultsQuery = (panelId: string) =>
  queryOptions({
    queryKey: ['panels', panelId, 'results'],
    queryFn: ({ signal }) => readJson<PanelResults>(`${panelPath(panelId)}/results`, signal),
    retry: onlyWhileDown,
  });

export const expertListQuery = queryOptions({
  queryKey: ['panel-experts'],
  queryFn: ({ signal }) => readJson<ExpertList>('/api/v1/panel-experts', signal),
});

export const casePanelsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['case-panels', applicationId],
    queryFn: ({ signal }) => readJson<CasePanels>(`/api/v1/applications/${applicationId}/panels`, signal),
  });

interface Sent {
  readonly path: string;
  readonly body?: unknown;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
}

/** Changes something of a panel and reads the panels anew, whatever came of it. */
export function usePanelChange<T = undefined>(onDone?: (answer: T) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body, method = 'POST' }: Sent) => sendJson<T>(method, path, body),
    onSuccess: (answer) => onDone?.(answer),
    onSettled: () => client.invalidateQueries({ queryKey: ['panels'] }),
  });
}
