import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseAfter } from '@tidu/api/decisions/contract';
import { sendJson } from '../../shared/api/send-json.ts';
import { applicationPath } from './queries.ts';

/** Where the act of each event is sent to. */
const PLACES = {
  'propose-approval': 'decisions',
  refuse: 'decisions',
  'overturn-refusal': 'appeal/answer',
  'uphold-refusal': 'appeal/answer',
} as const;

/** Decides a case, and reads all that is shown of it anew, whatever came of it. */
export function useDecide(applicationId: string, event: keyof typeof PLACES, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: unknown) =>
      sendJson<CaseAfter>('POST', `${applicationPath(applicationId)}/${PLACES[event]}`, body),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
}
