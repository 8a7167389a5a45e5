import type { CostItem, OtherFunding } from '@tidu/api/applications/drafts/contract';
import type { ReactNode } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { IntegerInput } from '../../../shared/ui/integer-input.tsx';
import { MoneyInput } from '../../../shared/ui/money-input.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { PartProps } from './what-part.tsx';

const LEVELS = ['nation', 'province', 'city', 'district', 'other'] as const;

/** Other public money for the same matter, and what the project costs. */
export function MoneyPart({ content, onChange }: Pick<PartProps, 'content' | 'onChange'>) {
  const m = useMessages(applicationsMessages);
  const { otherFunding, costItems } = content;
  const setFunding = (at: number, change: Partial<OtherFunding>): void =>
    onChange({ otherFunding: otherFunding.map((each, i) => (i === at ? { ...each, ...change } : each)) });
  const setCost = (at: number, change: Partial<CostItem>): void =>
    onChange({ costItems: costItems.map((each, i) => (i === at ? { ...each, ...change } : each)) });
  return (
    <div className="space-y-10">
      <Lines
        title={m.otherFunding}
        hint={m.otherFundingHint}
        add={m.addFunding}
        onAdd={() => onChange({ otherFunding: [...otherFunding, { source: '', project: '' }] })}
        onRemove={(at) => onChange({ otherFunding: otherFunding.filter((_, i) => i !== at) })}
      >
        {otherFunding.map((each, i) => (
          <>
            <TextInput
              id={`otherFunding.${i}.source`}
              label={m.fundingSource}
              maxLength={200}
              value={each.source}
              onChange={(source) => setFunding(i, { source })}
            />
            <TextInput
              id={`otherFunding.${i}.project`}
              label={m.fundingProject}
              maxLength={300}
              value={each.project}
              onChange={(project) => setFunding(i, { project })}
            />
            <Select
              id={`otherFunding.${i}.level`}
              label={m.level}
              value={each.level}
              options={LEVELS.map((value) => ({ value, label: m.levels[value] }))}
              onChange={(level) => setFunding(i, { level: level as OtherFunding['level'] })}
            />
            <Year id={`otherFunding.${i}.year`} value={each.year} onChange={(year) => setFunding(i, { year })} />
            <MoneyInput
              id={`otherFunding.${i}.amount`}
              label={m.amount}
              value={each.amount}
              onChange={(amount) => setFunding(i, { amount })}
            />
          </>
        ))}
      </Lines>
      <Lines
        title={m.costItems}
        hint={m.costItemsHint}
        add={m.addCost}
        onAdd={() => onChange({ costItems: [...costItems, { name: '' }] })}
        onRemove={(at) => onChange({ costItems: costItems.filter((_, i) => i !== at) })}
      >
        {costItems.map((each, i) => (
          <>
            <TextInput
              id={`costItems.${i}.name`}
              label={m.costName}
              maxLength={200}
              value={each.name}
              onChange={(name) => setCost(i, { name })}
            />
            <Year id={`costItems.${i}.year`} value={each.year} onChange={(year) => setCost(i, { year })} />
            <MoneyInput
              id={`costItems.${i}.amount`}
              label={m.amount}
              value={each.amount}
              onChange={(amount) => setCost(i, { amount })}
            />
          </>
        ))}
      </Lines>
    </div>
  );
}

interface YearProps {
  readonly id: string;
  readonly value: number | undefined;
  readonly onChange: (year: number | undefined) => void;
}

function Year({ id, value, onChange }: YearProps) {
  const m = useMessages(applicationsMessages);
  const read = (typed: string | undefined): number | undefined =>
    typed !== undefined && /^(19[9]\d|20\d\d|2100)$/.test(typed) ? Number(typed) : undefined;
  return (
    <IntegerInput
      id={id}
      label={m.year}
      value={value === undefined ? undefined : String(value)}
      onChange={(next) => onChange(read(next))}
    />
  );
}

interface LinesProps {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly children: readonly ReactNode[];
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
}

/** A list of records, each removable; records have no name of their own. */
function Lines({ title, hint, add, children, onAdd, onRemove }: LinesProps) {
  const m = useMessages(applicationsMessages);
  return (
    <section>
      <h3 className="text-h3">{title}</h3>
      <p className="text-small text-ink-2">{hint}</p>
      <ol className="mt-3 space-y-4">
        {children.map((child, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records have no name of their own
          <li key={i} className="rounded-2 border border-line p-4">
            <div className="grid gap-4 sm:grid-cols-2">{child}</div>
            <div className="mt-3 text-right">
              <Button size="dense" look="quiet" aria-label={`${m.remove} ${i + 1}`} onClick={() => onRemove(i)}>
                {m.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Button size="dense" onClick={onAdd}>
          {add}
        </Button>
      </div>
    </section>
  );
}
