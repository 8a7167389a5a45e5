import type { CaseCounts, CaseFilters, DeskOverview } from '@tidu/api/review/desk/contract';
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { isFiltered, withFilter } from './desk-filters.ts';

interface FilterBarProps {
  readonly filters: CaseFilters;
  readonly onChange: (next: CaseFilters) => void;
  readonly overview: DeskOverview | undefined;
  readonly counts: CaseCounts | undefined;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}

const BOX = 'h-9 rounded-2 border border-line-strong bg-raised px-2 text-small text-ink';
const chipClass = (isOn: boolean): string =>
  `inline-flex min-h-8 items-center rounded-full border px-3 text-small whitespace-nowrap ${
    isOn ? 'border-celadon bg-celadon text-on-celadon' : 'border-line-strong bg-raised text-ink-2 hover:border-celadon'
  }`;

/** A filter that is on or off. */
function Chip({ isOn, onToggle, children }: { isOn: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={isOn} className={chipClass(isOn)} onClick={onToggle}>
      {children}
    </button>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onPick: (next: string | undefined) => void;
  readonly any: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** One of several, in a row of filters. */
function Pick({ label, value, onPick, any, options }: PickProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="text-caption text-ink-3">
        {label}
      </label>
      <select
        id={id}
        className={`${BOX} max-w-44`}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value || undefined)}
      >
        <option value="">{any}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Search, states with their counts, and the other filters; all of it is in the address of the page. */
export function FilterBar({ filters, onChange, overview, counts, searchBox }: FilterBarProps) {
  const m = useMessages(deskMessages);
  const text = useText();
  const set = (key: keyof CaseFilters, value: string | undefined): void => onChange(withFilter(filters, key, value));
  const states = filters.state?.split(',') ?? [];
  const toggleState = (id: string): void => {
    const next = states.includes(id) ? states.filter((each) => each !== id) : [...states, id];
    set('state', next.join(','));
  };
  return (
    <section aria-label={m.filters} className="space-y-2.5">
      <SearchBox value={filters.q} onSearch={(q) => set('q', q)} box={searchBox} />
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{m.states}</legend>
        {counts?.byState.map(({ state, label, count }) => (
          <Chip key={state} isOn={states.includes(state)} onToggle={() => toggleState(state)}>
            {text(label)} <span className="ml-1.5 tabular-nums opacity-80">{count}</span>
          </Chip>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Chip isOn={filters.task === 'mine'} onToggle={() => set('task', filters.task ? undefined : 'mine')}>
          {m.myTasks}
        </Chip>
        <Chip isOn={filters.conflicts === '1'} onToggle={() => set('conflicts', filters.conflicts ? undefined : '1')}>
          {m.conflicts}
        </Chip>
        <Chip isOn={filters.overdue === '1'} onToggle={() => set('overdue', filters.overdue ? undefined : '1')}>
          {m.overdue}
        </Chip>
        <Pick
          label={m.due}
          any={m.anyDue}
          value={filters.dueWithin}
          onPick={(next) => set('dueWithin', next)}
          options={[1, 3, 5, 10].map((n) => [String(n), m.dueWithin(n)])}
        />
        <Pick
          label={m.scheme}
          any={m.anyScheme}
          value={filters.scheme}
          onPick={(next) => set('scheme', next)}
          options={(overview?.schemes ?? []).map(({ id, label }) => [id, text(label)])}
        />
        <Pick
          label={m.assigned}
          any={m.anyone}
          value={filters.assigned}
          onPick={(next) => set('assigned', next)}
          options={[
            ['me', m.me],
            ['none', m.nobody],
            ...(overview?.colleagues ?? []).map(({ userId, name }) => [userId, name] as const),
          ]}
        />
        <DateFilter
          label={m.submittedFrom}
          value={filters.submittedFrom}
          onPick={(next) => set('submittedFrom', next)}
        />
        <DateFilter label={m.submittedTo} value={filters.submittedTo} onPick={(next) => set('submittedTo', next)} />
        {isFiltered(filters) && (
          <Button look="quiet" size="dense" onClick={() => onChange({})}>
            {m.clear}
          </Button>
        )}
      </div>
    </section>
  );
}

function DateFilter({ label, value, onPick }: Pick<PickProps, 'label' | 'value' | 'onPick'>) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="text-caption text-ink-3">
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={BOX}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value || undefined)}
      />
    </span>
  );
}

interface SearchBoxProps {
  readonly value: string | undefined;
  readonly onSearch: (q: string | undefined) => void;
  readonly box: RefObject<HTMLInputElement | null>;
}

/** Searches on Enter; `/` leads here from anywhere on the page. */
function SearchBox({ value, onSearch, box }: SearchBoxProps) {
  const m = useMessages(deskMessages);
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value ?? '');
  }
  return (
    <search>
      <form
        className="flex max-w-2xl items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim() || undefined);
        }}
      >
        <label htmlFor={id} className="sr-only">
          {m.search}
        </label>
        <input
          ref={box}
          id={id}
          type="search"
          className={`${BOX} min-w-0 flex-1 px-3`}
          placeholder={m.searchHint}
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" size="dense">
          {m.search}
        </Button>
      </form>
    </search>
  );
}
