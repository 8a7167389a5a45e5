import { queryOptions } from '@tanstack/react-query';
import type { StudioCaseList } from '@tidu/api/studio/cases/contract';
import type { StudioComparison } from '@tidu/api/studio/checks/contract';
import type {
  Consultation,
  ConsultationList,
  PolicyNoticeList,
  PolicyNoticeView,
  StaffCommentList,
} from '@tidu/api/studio/consultations/contract';
import type { StudioCommentList, StudioDraft, StudioEditList } from '@tidu/api/studio/drafts/contract';
import type { PathToForce, TransitionList } from '@tidu/api/studio/force/contract';
import type { Library } from '@tidu/api/studio/library/contract';
import type { PopulationList } from '@tidu/api/studio/populations/contract';
import type { PolicyReality, Trial, TrialList } from '@tidu/api/studio/trials/contract';
import type { PolicyDoc } from '@tidu/rules';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

const BASE = '/api/v1/studio';
export const draftPath = (id: string): string => `${BASE}/drafts/${encodeURIComponent(id)}`;
const retry = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status < 500);

export const libraryQuery = queryOptions({
  queryKey: ['studio', 'library'],
  queryFn: ({ signal }) => readJson<Library>(`${BASE}/library`, signal),
  staleTime: 0,
  retry,
});

/** The draft as it is now; the workspace holds it itself once it is open. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'draft', id],
    queryFn: ({ signal }) => readJson<StudioDraft>(draftPath(id), signal),
    staleTime: 0,
    retry,
  });

/** The text that is meant by a reference; the text of a version never changes. */
export const textQuery = (ref: string) =>
  queryOptions({
    queryKey: ['studio', 'text', ref],
    queryFn: async ({ signal }): Promise<PolicyDoc> => {
      const [kind = '', id = '', last = ''] = ref.split(':');
      if (kind === 'version')
        return (await readJson<{ policy: PolicyDoc }>(`/api/v1/policies/${id}/versions/${last}`, signal)).policy;
      const [draftId = '', version] = id.split('@');
      const at = version === undefined ? draftPath(draftId) : `${draftPath(draftId)}/versions/${version}`;
      return (await readJson<{ document: unknown }>(at, signal)).document as PolicyDoc;
    },
    staleTime: ref.startsWith('version:') || ref.includes('@') ? Number.POSITIVE_INFINITY : 0,
    retry,
  });

const partOf =
  <T>(name: string) =>
  (id: string) =>
    queryOptions({
      queryKey: ['studio', name, id],
      queryFn: ({ signal }) => readJson<T>(`${draftPath(id)}/${name}`, signal),
      staleTime: 0,
      retry,
    });

export const editsQuery = partOf<StudioEditList>('edits');
export const commentsQuery = partOf<StudioCommentList>('comments');
export const casesQuery = partOf<StudioCaseList>('cases');
export const trialsQuery = partOf<TrialList>('trials');
export const forceQuery = partOf<PathToForce>('force');
export const realityQuery = partOf<PolicyReality>('reality');
export const transitionsQuery = partOf<TransitionList>('transitions');

/** Lists of firms sent for trials; they serve every draft. */
export const populationsQuery = queryOptions({
  queryKey: ['studio', 'populations'],
  queryFn: ({ signal }) => readJson<PopulationList>(`${BASE}/populations`, signal),
  staleTime: 0,
  retry,
});

const POLL_MS = 700;
export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'trial', id],
    queryFn: ({ signal }) => readJson<Trial>(`${BASE}/trials/${encodeURIComponent(id)}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_MS : false),
    retry,
  });

export const comparisonQuery = (before: string, after: string, witnesses: boolean) =>
  queryOptions({
    queryKey: ['studio', 'compare', before, after, witnesses],
    queryFn: ({ signal }) =>
      readJson<StudioComparison>(
        `${BASE}/compare?${new URLSearchParams({ before, after, witnesses: witnesses ? '1' : '0' })}`,
        signal,
      ),
    staleTime: 0,
    retry,
  });

export const consultationsQuery = queryOptions({
  queryKey: ['consultations'],
  queryFn: ({ signal }) => readJson<ConsultationList>('/api/v1/consultations', signal),
});
export const consultationQuery = (id: string) =>
  queryOptions({
    queryKey: ['consultations', id],
    queryFn: ({ signal }) => readJson<Consultation>(`/api/v1/consultations/${encodeURIComponent(id)}`, signal),
    retry,
  });
export const staffCommentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'opinions', id],
    queryFn: ({ signal }) =>
      readJson<StaffCommentList>(`${BASE}/consultations/${encodeURIComponent(id)}/comments`, signal),
    staleTime: 0,
    retry,
  });
export const noticesQuery = queryOptions({
  queryKey: ['policy-notices'],
  queryFn: ({ signal }) => readJson<PolicyNoticeList>('/api/v1/policy-notices', signal),
});
export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-notices', id],
    queryFn: ({ signal }) => readJson<PolicyNoticeView>(`/api/v1/policy-notices/${encodeURIComponent(id)}`, signal),
    retry,
  });
