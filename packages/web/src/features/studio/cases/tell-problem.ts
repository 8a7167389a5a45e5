import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';

const DIFFERS = /^(\w+)(?: (\S+))?: expected (.*), got (.*)$/;

/** A difference of a case as the engine tells it, in the words of the page: 瞪羚企业：应为是，实为否. */
export function useProblemWords(): (problem: string) => string {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const list = useList();
  const { doc } = useDraftDesk();
  const parts = [...doc.tiers, ...doc.tiers.flatMap((tier) => tier.routes), ...doc.awards, ...doc.facts];
  const truth = m.truth as Readonly<Record<string, string>>;
  const named = (id: string): string =>
    id === 'none' || id === 'nothing'
      ? m[id === 'none' ? 'noTier' : 'nothing']
      : (truth[id] ?? (text(parts.find((part) => part.id === id)?.label) || id));
  const listed = (ids: string): string => list(ids.split(' ').map(named));
  return (problem) => {
    const [, what = '', of = '', want = '', have = ''] = DIFFERS.exec(problem) ?? [];
    if (what === '') return problem;
    const subject = of ? named(of) : ((m.expectation as Readonly<Record<string, string>>)[what] ?? what);
    return m.differsHow(subject, listed(want), listed(have));
  };
}
