import { useMemo, useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { type FigureGroup, figureLines } from '../model/figures.ts';
import { ClauseFigures } from './clause-figures.tsx';
import { clausesOf, oldFigures } from './clauses.ts';

const GROUPS: readonly FigureGroup[] = ['tiers', 'awards', 'stacks', 'pools', 'params', 'facts'];

/** Every figure of the policy in one place, to be changed where it stands: what most people come for. */
export default function FiguresTab() {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { doc, base } = useDraftDesk();
  const [find, setFind] = useState('');
  const [only, setOnly] = useState<'all' | 'changed' | 'assumed'>('all');
  const lines = useMemo(() => figureLines(doc), [doc]);
  const old = useMemo(() => oldFigures(base, doc), [base, doc]);
  const clauses = useMemo(() => clausesOf(doc, lines, locale), [doc, lines, locale]);
  const isShown = (clause: (typeof clauses)[number]): boolean => {
    const figures = clause.lines.flatMap((line) => line.figures);
    const said = `${clause.names.join(' ')} ${clause.sentence}`.toLowerCase();
    if (!said.includes(find.trim().toLowerCase())) return false;
    if (only === 'changed') return figures.some(({ path }) => old.has(path));
    return only === 'all' || figures.some(({ cites }) => cites.some(({ basis }) => basis === 'assumed'));
  };
  const shown = clauses.filter(isShown);
  const count = lines.reduce((sum, { figures }) => sum + figures.length, 0);
  if (count === 0) return <EmptyState title={m.noFigures}>{m.noFiguresText}</EmptyState>;
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          type="search"
          aria-label={m.findFigure}
          placeholder={m.findFigure}
          className="control max-w-72"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <fieldset className="flex gap-4 text-small">
          <legend className="sr-only">{m.showWhich}</legend>
          {(['all', 'changed', 'assumed'] as const).map((each) => (
            <label key={each} className="inline-flex min-h-9 items-center gap-1.5">
              <input
                type="radio"
                name="only"
                className="accent-[var(--celadon)]"
                checked={only === each}
                onChange={() => setOnly(each)}
              />
              {m.only[each]}
            </label>
          ))}
        </fieldset>
        <p aria-live="polite" className="text-small text-ink-2">
          {m.figureCount(count, old.size)}
        </p>
      </div>
      {shown.length === 0 && <p className="text-ink-2">{m.nothingFound}</p>}
      {GROUPS.map((group) => {
        const own = shown.filter((clause) => clause.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h2 className="mb-2 text-h3">{m.part[group]}</h2>
            <div className="overflow-x-auto rounded-2 border border-line bg-surface">
              <table className="w-full border-collapse">
                <caption className="sr-only">{m.part[group]}</caption>
                <thead>
                  <tr className="border-b border-line-strong text-left text-small text-ink-2">
                    <th scope="col" className="w-[36%] px-3 py-1.5 font-medium">
                      {m.column.clause}
                    </th>
                    <th scope="col" className="px-3 py-1.5 font-medium">
                      {m.column.figure}
                    </th>
                    <th scope="col" className="w-24 px-3 py-1.5 font-medium">
                      {m.column.basis}
                    </th>
                    <th scope="col" className="w-32 px-3 py-1.5 font-medium max-md:hidden">
                      {m.column.old}
                    </th>
                  </tr>
                </thead>
                {own.map((clause) => (
                  <ClauseFigures key={clause.path} clause={clause} old={old} />
                ))}
              </table>
            </div>
          </section>
        );
      })}
    </div>
  );
}
