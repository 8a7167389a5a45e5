import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';

export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Names of what a firm may hold, of awards and of pools. */
export function useLabels(labels: Labels): (id: string) => string {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  return (id) => (id === 'none' ? m.noTier : id === 'undetermined' ? m.truth.undetermined : text(labels[id]) || id);
}
