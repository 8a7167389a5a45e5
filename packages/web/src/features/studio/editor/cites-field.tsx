import type { Basis, Cite, Text } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { uiMessages } from '../../../messages/ui-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { LazyInput } from './lazy-input.tsx';
import { WordsInput } from './words-input.tsx';

interface CitesFieldProps {
  readonly id: string;
  readonly cites: readonly Cite[];
  readonly disabled: boolean;
  readonly onChange: (cites: readonly Cite[]) => void;
}

const BASES: readonly Basis[] = ['official', 'derived', 'assumed'];

/** Where a figure or rule is written: document, clause, address, and what an assumed figure rests on. */
export function CitesField({ id, cites, disabled, onChange }: CitesFieldProps) {
  const m = useMessages(studioMessages);
  const change = (i: number, cite: Cite): void => onChange(cites.with(i, cite));
  return (
    <div className="space-y-4">
      {cites.length === 0 && <p className="text-small text-ink-3">{m.noSourceYet}</p>}
      {cites.map((cite, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source has no name of its own
        <div key={i} className="rounded-2 border border-line p-3">
          <OneCite id={`${id}-${i}`} cite={cite} disabled={disabled} onChange={(next) => change(i, next)} />
          {!disabled && (
            <Button
              size="dense"
              look="quiet"
              className="mt-2"
              onClick={() => onChange(cites.filter((_, n) => n !== i))}
            >
              {m.removeSource}
            </Button>
          )}
        </div>
      ))}
      {!disabled && (
        <Button
          size="dense"
          onClick={() => onChange([...cites, { ...(cites.at(-1) ?? { doc: '' }), basis: 'official' } as Cite])}
        >
          {m.addSource}
        </Button>
      )}
    </div>
  );
}

interface OneCiteProps {
  readonly id: string;
  readonly cite: Cite;
  readonly disabled: boolean;
  readonly onChange: (cite: Cite) => void;
}

/** Leaves a key out where it is empty: the format knows no empty texts. */
const withText = (cite: Cite, key: 'clause' | 'quote' | 'url', text: string): Cite => {
  const { [key]: _, ...others } = cite;
  return text.trim() === '' ? others : { ...others, [key]: text };
};

function OneCite({ id, cite, disabled, onChange }: OneCiteProps) {
  const m = useMessages(studioMessages);
  const ui = useMessages(uiMessages);
  const setBasis = (basis: Basis): void => onChange({ ...cite, basis });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <fieldset className="flex flex-wrap gap-4 text-small sm:col-span-2">
        <legend className="sr-only">{m.basis}</legend>
        {BASES.map((basis) => (
          <label key={basis} className="inline-flex min-h-9 items-center gap-1.5">
            <input
              type="radio"
              name={`${id}-basis`}
              disabled={disabled}
              checked={cite.basis === basis}
              onChange={() => setBasis(basis)}
              className="accent-[var(--celadon)]"
            />
            {ui.basis[basis]}
            <span className="text-ink-3 max-sm:hidden">{m.basisHint[basis]}</span>
          </label>
        ))}
      </fieldset>
      <LazyInput
        id={`${id}-doc`}
        label={m.citeDoc}
        value={cite.doc}
        disabled={disabled}
        onCommit={(doc) => onChange({ ...cite, doc })}
      />
      <LazyInput
        id={`${id}-clause`}
        label={m.citeClause}
        value={cite.clause ?? ''}
        disabled={disabled}
        onCommit={(text) => onChange(withText(cite, 'clause', text))}
      />
      <LazyInput
        id={`${id}-url`}
        label={m.citeUrl}
        value={cite.url ?? ''}
        disabled={disabled}
        onCommit={(text) => onChange(withText(cite, 'url', text))}
      />
      <LazyInput
        id={`${id}-quote`}
        label={m.citeQuote}
        value={cite.quote ?? ''}
        disabled={disabled}
        onCommit={(text) => onChange(withText(cite, 'quote', text))}
      />
      <div className="sm:col-span-2">
        <WordsInput
          id={`${id}-why`}
          label={cite.basis === 'assumed' ? m.whyNeeded : m.why}
          words={cite.why}
          disabled={disabled}
          isMissing={cite.basis === 'assumed' && !cite.why?.['zh-CN']}
          onCommit={(why: Text | undefined) => {
            const { why: _, ...others } = cite;
            onChange(why ? { ...others, why } : others);
          }}
        />
      </div>
    </div>
  );
}
