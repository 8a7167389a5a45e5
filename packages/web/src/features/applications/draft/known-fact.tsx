import type { ApplicationDraft } from '@tidu/api/applications/drafts/contract';
import type { FactState } from '@tidu/rules';
import type { ReactNode } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { seriesOf } from '../../self-check/model/founding.ts';
import type { Question } from '../../self-check/model/questions.ts';

interface KnownFactProps {
  readonly question: Question & { readonly kind: 'fact' };
  readonly state: FactState;
  readonly sources: ApplicationDraft['profile']['sources'];
  readonly onChange: (() => void) | undefined;
  /** What proves it. */
  readonly children?: ReactNode;
}

/** A fact that is on file: its value and where it comes from; asked again only if the person wants to change it. */
export function KnownFact({ question, state, sources, onChange, children }: KnownFactProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const label = text(question.label);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <span className="min-w-48 flex-1 text-ink-2">{label}</span>
        <FactValue question={question} state={state} sources={sources} />
        {onChange && (
          <Button size="dense" look="quiet" aria-label={`${m.change} ${label}`} onClick={onChange}>
            {m.change}
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}

function FactValue({ question, state, sources }: Pick<KnownFactProps, 'question' | 'state' | 'sources'>) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  const text = useText();
  const { def } = question;
  const say = (value: unknown): string => {
    if (value === null) return m.unknown;
    if (value === 'notApplicable') return m.notApplicable;
    if (typeof value === 'boolean') return value ? m.yes : m.no;
    const word = def.domain?.values?.find(({ id }) => id === value);
    if (word) return text(word.label);
    return def.type === 'date' ? format.day(String(value)) : format.measured(String(value), def.unit ?? 'none');
  };
  // What the firm says itself goes without a mark: only what somebody else bears out is marked.
  const source = (year?: string): string | undefined => {
    const { source: from } = sources[year === undefined ? def.id : `${def.id}@${year}`] ?? {};
    return from === undefined || from === 'declared' ? undefined : m.source[from];
  };
  if (!('known' in state))
    return <span>{'state' in state && state.state === 'notApplicable' ? m.notApplicable : m.unknown}</span>;
  const { known } = state;
  if (Array.isArray(known)) return <span>{m.records(String(known.length))}</span>;
  if (typeof known !== 'object')
    return (
      <span className="tabular-nums">
        {say(known)} <Source>{source()}</Source>
      </span>
    );
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
      {Object.entries(seriesOf(state))
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .map(([year, value]) => (
          <span key={year}>
            <span className="mr-1.5 text-small text-ink-2">{year}</span>
            {say(value)} <Source>{source(year)}</Source>
          </span>
        ))}
    </span>
  );
}

const Source = ({ children }: { readonly children: string | undefined }) =>
  children && <span className="ml-1 rounded-1 border border-celadon px-1.5 text-caption text-celadon">{children}</span>;
