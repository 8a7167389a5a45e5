import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sendJson } from '../../shared/api/send-json.ts';
import type { Draft } from '../self-check/model/draft.ts';

interface Beginning {
  readonly firmId: string;
  readonly schemeId: string;
  /** Whose figures are sent along, because the person said so. */
  readonly selfCheck?: Pick<Draft, 'facts'> | undefined;
}

/** Begins a draft and opens it in place of the page that asked. */
export function useBegin() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ selfCheck, ...of }: Beginning) =>
      sendJson<{ id: string }>('POST', '/api/v1/applications', {
        ...of,
        ...(selfCheck ? { facts: selfCheck.facts } : {}),
      }),
    onSuccess: ({ id }) =>
      navigate({ to: '/my/applications/$applicationId', params: { applicationId: id }, replace: true }),
  });
}
