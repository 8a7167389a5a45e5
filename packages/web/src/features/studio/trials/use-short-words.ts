import type { NearMiss } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { placeNames } from '../model/place-name.ts';

type Short = NearMiss['short'][number];

/** What a firm lacks, in words: the clause where the text tried is the one shown, else the figure, and by how much. */
export function useShortWords(isShownText: boolean): (short: readonly Short[]) => string {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const { locale } = useLocale();
  const format = useFormat();
  const { doc } = useDraftDesk();
  const clauseAt = (path: string): string => placeNames(doc, path, locale).at(-1) ?? '';
  const tell = ({ path, by, unit, fact }: Short): string => {
    const name = (isShownText && clauseAt(path)) || text(doc.facts.find(({ id }) => id === fact)?.label);
    return Number(by) === 0 ? m.onTheEdge(name) : m.shortBy(name, format.measured(by, unit));
  };
  return (short) => short.map(tell).join(m.listJoin);
}
