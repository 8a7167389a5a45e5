import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDraftDesk } from '../draft/use-draft.tsx';

/** Sends a change of the cases and reads them anew. */
export function useCaseChange<T>(send: (input: T) => Promise<unknown>, onDone?: () => void) {
  const { draft } = useDraftDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['studio', 'cases', draft.id] });
      onDone?.();
    },
  });
}
