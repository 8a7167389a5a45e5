import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { comparisonQuery, textQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { ChangeTable } from './change-table.tsx';
import { SentenceChanges } from './sentence-changes.tsx';

interface ComparisonViewProps {
  readonly before: string;
  readonly after: string;
  /** Read anew when this grows. */
  readonly turn: number;
}

/** What changed: figures, structure, sentences; and, when asked, a firm for which each change makes a difference. */
export function ComparisonView({ before, after, turn }: ComparisonViewProps) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const [witnesses, setWitnesses] = useState(false);
  const query = comparisonQuery(before, after, witnesses);
  const found = useQuery({ ...query, queryKey: [...query.queryKey, turn] as unknown as typeof query.queryKey });
  const [a, b] = [useQuery(textQuery(before)).data, useQuery(textQuery(after)).data];
  if (found.isPending) return <Skeleton lines={8} />;
  if (found.isError) return <StudioFailed error={found.error} retry={() => void found.refetch()} />;
  const { changes } = found.data;
  if (changes.length === 0) return <Notice tone="plain">{m.noChanges}</Notice>;
  const nameOf = (id: string): string =>
    text([...(b?.tiers ?? []), ...(a?.tiers ?? [])].find((tier) => tier.id === id)?.label) || id;
  const of = (...types: readonly string[]) => changes.filter(({ type }) => types.includes(type));
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-center gap-4">
        <p className="text-ink-2">{m.changeCounts(of('figure').length, changes.length - of('figure').length)}</p>
        {!witnesses && (
          <Button size="dense" busy={found.isFetching} onClick={() => setWitnesses(true)}>
            {m.showEffects}
          </Button>
        )}
      </div>
      <ChangeTable title={m.figures} changes={of('figure')} withEffect={witnesses} nameOf={nameOf} />
      <ChangeTable
        title={m.structureChanges}
        changes={of('structure', 'added', 'removed')}
        withEffect={witnesses}
        nameOf={nameOf}
      />
      {a && b && <SentenceChanges before={a} after={b} />}
      <ChangeTable title={m.wordsAndSources} changes={of('wording', 'source')} withEffect={false} />
    </div>
  );
}
