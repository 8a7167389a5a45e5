import type { Text } from '@tidu/rules';
import { useState } from 'react';
import { useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { FigureInput } from '../figures/figure-input.tsx';
import { blank } from '../model/blank.ts';
import { isJson, kindOf } from '../model/shape-of.ts';
import { unitOfField } from '../model/unit-of-field.ts';
import { Labelled } from './field-label.tsx';
import { type FieldProps, useField } from './field-props.ts';
import { LazyInput } from './lazy-input.tsx';
import { NodeSlot } from './node-slot.tsx';
import { SELECT } from './select-class.ts';
import { WordsInput } from './words-input.tsx';

const ASSUMED: Readonly<Record<string, unknown>> = { bool: false, list: [], series: {}, date: '', enum: '' };

/** Stays open, counts as not there, or a stated assumption with its reason. */
export function IfMissingField(props: FieldProps<'ifMissing'>) {
  const { value, owner } = props;
  const { label, id, m, set, disabled } = useField(props);
  const assumed = isJson(value) ? value : undefined;
  const now = assumed ? 'assume' : String(value);
  const first = ASSUMED[String(owner.type)] ?? '0';
  return (
    <div className="space-y-2">
      <Labelled label={label} htmlFor={id} of={props}>
        <select
          id={id}
          className={SELECT}
          value={now}
          disabled={disabled}
          onChange={(event) =>
            set(event.target.value === 'assume' ? { assume: first, why: { 'zh-CN': '' } } : event.target.value)
          }
        >
          {(['ask', 'fail', 'assume'] as const).map((each) => (
            <option key={each} value={each}>
              {m.missing[each]}
            </option>
          ))}
        </select>
      </Labelled>
      {assumed && (
        <>
          <AssumedValue
            id={`${id}-value`}
            label={m.assumedValue}
            value={assumed.assume}
            disabled={disabled}
            onSet={(assume) => set({ ...assumed, assume })}
          />
          <WordsInput
            id={`${id}-why`}
            label={m.whyNeeded}
            words={assumed.why as Text}
            disabled={disabled}
            isMissing={!(assumed.why as Text | undefined)?.['zh-CN']}
            onCommit={(why) => set({ ...assumed, why: why ?? { 'zh-CN': '' } })}
          />
        </>
      )}
    </div>
  );
}

interface AssumedValueProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly disabled: boolean;
  readonly onSet: (value: unknown) => void;
}

function AssumedValue({ id, label, value, disabled, onSet }: AssumedValueProps) {
  if (typeof value === 'boolean')
    return (
      <label className="inline-flex min-h-9 items-center gap-2 text-small">
        <input
          id={id}
          type="checkbox"
          className="size-4 accent-[var(--celadon)]"
          checked={value}
          disabled={disabled}
          onChange={(event) => onSet(event.target.checked)}
        />
        {label}
      </label>
    );
  const isText = typeof value === 'string';
  return (
    <LazyInput
      id={id}
      label={label}
      value={isText ? value : JSON.stringify(value)}
      disabled={disabled}
      onCommit={(typed) => {
        if (isText) onSet(typed);
        else
          try {
            onSet(JSON.parse(typed));
          } catch {
            // Not JSON yet: what stood there stays.
          }
      }}
    />
  );
}

/** For whom: who holds a tier, or who meets a condition. */
export function AudienceField(props: FieldProps<'audience'>) {
  const { value, path, listFields, depth } = props;
  const { label, id, m, doc, set, disabled } = useField(props);
  const text = useText();
  const byRule = isJson(value);
  return (
    <div className="space-y-2">
      <Labelled label={label} htmlFor={id} of={props}>
        <select
          id={id}
          className={SELECT}
          value={byRule ? '' : String(value)}
          disabled={disabled}
          onChange={(event) => set(event.target.value === '' ? blank('all', doc) : event.target.value)}
        >
          <option value="">{m.byCondition}</option>
          {doc.tiers.map((tier) => (
            <option key={tier.id} value={tier.id}>
              {m.whoHolds(text(tier.label) || tier.id)}
            </option>
          ))}
        </select>
      </Labelled>
      {byRule && kindOf(value) && (
        <NodeSlot path={path} node={value} sort="pred" listFields={listFields} depth={depth} />
      )}
    </div>
  );
}

/** What a division by nothing comes to: open, not applicable, or a figure. */
export function WhenZeroField(props: FieldProps<'whenZero'>) {
  const { value, owner, listFields } = props;
  const { label, id, m, doc, words, set, disabled } = useField(props);
  const isFigure = value !== 'unknown' && value !== 'notApplicable';
  return (
    <Labelled label={label} htmlFor={id} of={props}>
      <span className="flex flex-wrap items-start gap-2">
        <select
          id={id}
          className={`${SELECT} w-auto`}
          value={isFigure ? 'figure' : String(value)}
          disabled={disabled}
          onChange={(event) => set(event.target.value === 'figure' ? '0' : event.target.value)}
        >
          <option value="unknown">{words.choice('div', undefined, 'unknown')}</option>
          <option value="notApplicable">{words.choice('div', undefined, 'notApplicable')}</option>
          <option value="figure">{m.aFigure}</option>
        </select>
        {isFigure && (
          <FigureInput
            label={label}
            value={String(value)}
            unit={unitOfField({ from: 'node' }, owner, doc, listFields)}
            disabled={disabled}
            onCommit={set}
          />
        )}
      </span>
    </Labelled>
  );
}

/** Who pays which part; together they are the whole. */
export function SharesField(props: FieldProps<'shares'>) {
  const { value } = props;
  const { label, id, m, set, disabled } = useField(props);
  const [name, setName] = useState('');
  const shares = Object.entries(isJson(value) ? (value as Readonly<Record<string, string>>) : {});
  return (
    <Labelled label={label} of={props}>
      <ul className="space-y-1.5">
        {shares.map(([payer, part]) => (
          <li key={payer} className="flex items-center gap-3 text-small">
            <span className="min-w-24">{payer}</span>
            <FigureInput
              label={payer}
              value={part}
              unit="ratio"
              disabled={disabled}
              onCommit={(next) => set({ ...Object.fromEntries(shares), [payer]: next })}
            />
            {!disabled && (
              <Button
                size="dense"
                look="quiet"
                aria-label={m.removeNamed(payer)}
                onClick={() => set(Object.fromEntries(shares.filter(([each]) => each !== payer)))}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <div className="mt-2 flex max-w-sm items-end gap-2">
          <LazyInput id={`${id}-new`} label={m.newPayer} value={name} onCommit={setName} />
          <Button
            size="dense"
            disabled={name.trim() === ''}
            onClick={() => {
              set({ ...Object.fromEntries(shares), [name.trim()]: '0' });
              setName('');
            }}
          >
            {m.add}
          </Button>
        </div>
      )}
    </Labelled>
  );
}
