import type { SheetDocument } from '@tidu/api/panels/contract';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { IntegerInput } from '../../../shared/ui/integer-input.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';

type Criterion = SheetDocument['criteria'][number];

interface CriterionRowProps {
  readonly at: number;
  readonly criterion: Criterion;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (next: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onUp: (() => void) | undefined;
}

/** One criterion of a sheet that is being written. */
export function CriterionRow({ at, criterion, errorOf, onChange, onRemove, onUp }: CriterionRowProps) {
  const m = useMessages(templateMessages);
  const id = `criteria.${at}`;
  const words = (part: 'label' | 'fullMarks', locale: 'zh-CN' | 'en', label: string) => ({
    id: `${id}.${part}.${locale}`,
    label,
    value: criterion[part][locale],
    error: errorOf(`${id}.${part}.${locale}`),
    onChange: (next: string) => onChange({ ...criterion, [part]: { ...criterion[part], [locale]: next } }),
  });
  const whole = (part: 'weight' | 'maxPoints', label: string, unit?: string) => (
    <IntegerInput
      id={`${id}.${part}`}
      label={label}
      {...(unit ? { unit } : {})}
      value={String(criterion[part])}
      error={errorOf(`${id}.${part}`)}
      onChange={(next) => onChange({ ...criterion, [part]: Number(next ?? 0) })}
    />
  );
  return (
    <fieldset className="rounded-2 border border-line bg-surface p-4">
      <legend className="px-1 font-medium">{m.criterion(at + 1)}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput {...words('label', 'zh-CN', m.labelZh)} />
        <TextInput {...words('label', 'en', m.labelEn)} />
        {whole('weight', m.weight, '%')}
        {whole('maxPoints', m.maxPoints)}
        <TextArea rows={2} {...words('fullMarks', 'zh-CN', m.fullZh)} />
        <TextArea rows={2} {...words('fullMarks', 'en', m.fullEn)} />
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <Checkbox
          id={`${id}.mayNotApply`}
          label={m.mayNotApply}
          checked={criterion.mayNotApply}
          onChange={(mayNotApply) => onChange({ ...criterion, mayNotApply })}
        />
        <span className="flex gap-2">
          {onUp && (
            <Button size="dense" look="quiet" aria-label={m.upCriterion(at + 1)} onClick={onUp}>
              {m.up}
            </Button>
          )}
          {onRemove && (
            <Button size="dense" look="quiet" aria-label={m.removeCriterion(at + 1)} onClick={onRemove}>
              {m.remove}
            </Button>
          )}
        </span>
      </div>
    </fieldset>
  );
}
