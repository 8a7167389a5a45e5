import { useQueryClient } from '@tanstack/react-query';
import { useDraftDesk } from '../draft/use-draft.tsx';

/** Reads the path, the draft and the text anew after something was done. */
export function useForceDone(): () => Promise<void> {
  const { draft, keeper } = useDraftDesk();
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['studio', 'force', draft.id] }),
      client.invalidateQueries({ queryKey: ['studio', 'draft', draft.id] }),
      client.invalidateQueries({ queryKey: ['studio', 'library'] }),
    ]);
    await keeper.refresh();
  };
}
