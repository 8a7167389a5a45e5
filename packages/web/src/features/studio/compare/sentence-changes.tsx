import type { PolicyDoc } from '@tidu/rules';
import { useMemo } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { type ClauseChange, groupChanges } from '../../policies/group-changes.ts';
import { valueAt } from '../model/json-path.ts';
import { tellRule } from '../model/part-names.ts';

interface SentenceChangesProps {
  readonly before: PolicyDoc;
  readonly after: PolicyDoc;
}

/** Each clause that changed, in the words of the engine before and after. */
export function SentenceChanges({ before, after }: SentenceChangesProps) {
  const m = useMessages(studioForceMessages);
  const { locale } = useLocale();
  const clauses = useMemo(() => {
    try {
      return groupChanges(before, after).clauses;
    } catch {
      return [];
    }
  }, [before, after]);
  const say = (doc: PolicyDoc, path: string | undefined): string =>
    path === undefined ? '' : tellRule(doc, valueAt(doc, path), locale);
  const told = clauses
    .map((clause) => ({ clause, was: say(before, clause.beforePath), is: say(after, clause.afterPath) }))
    .filter(({ was, is }) => was !== is);
  if (told.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-h3">{m.sentences}</h2>
      <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
        {told.map(({ clause, was, is }) => (
          <li key={clause.key} className="px-4 py-3">
            <ClauseName clause={clause} />
            {was && (
              <p className="mt-1 text-small text-ink-2">
                <span className="mr-2 text-ink-3">{m.before}</span>
                <del className="no-underline">{was}</del>
              </p>
            )}
            {is && (
              <p className="mt-1 text-small">
                <span className="mr-2 text-ink-3">{m.after}</span>
                <ins className="no-underline">{is}</ins>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClauseName({ clause }: { readonly clause: ClauseChange }) {
  const text = useText();
  const m = useMessages(studioForceMessages);
  return (
    <p className="font-medium">
      <span className="mr-3 text-caption text-celadon">{m.changeType[clause.type]}</span>
      {clause.names.map(({ id, label }) => text(label) || id).join(' · ')}
    </p>
  );
}
