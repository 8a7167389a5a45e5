import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PopulationRef, StartTrial } from '@tidu/api/studio/trials/contract';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';

/** The firms, the days and the texts of a trial. */
export interface ChosenPopulation {
  readonly population: PopulationRef;
  readonly beside: readonly string[];
  readonly against?: string;
  readonly title?: string;
  readonly dates?: NonNullable<StartTrial['dates']>;
}

/** Saves what waits, then tries exactly that text. */
export function useStartTrial(chosen: ChosenPopulation, onStarted: (id: string) => void) {
  const { draft, keeper } = useDraftDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const { beside, against, title, dates, population } = chosen;
      const body: StartTrial = {
        population,
        ...(beside.length > 0 ? { beside: [...beside] } : {}),
        ...(against ? { against } : {}),
        ...(title?.trim() ? { title: title.trim() } : {}),
        ...(dates ? { dates } : {}),
      };
      return sendJson<{ id: string }>('POST', `${draftPath(draft.id)}/trials`, body);
    },
    onSuccess: async ({ id }) => {
      onStarted(id);
      await client.invalidateQueries({ queryKey: ['studio', 'trials', draft.id] });
    },
  });
}
