import type { FactDef, PolicyDoc } from '@tidu/rules';
import { useLocale, useText } from '../../../messages/use-messages.tsx';
import { factsFor } from '../model/blank.ts';
import type { RefTo } from '../model/field-spec.ts';
import { walkFields } from '../model/walk-fields.ts';
import { Labelled } from './field-label.tsx';
import { type FieldProps, useField } from './field-props.ts';
import { LazyInput } from './lazy-input.tsx';
import { SELECT } from './select-class.ts';

interface Named {
  readonly id: string;
  readonly label?: FactDef['label'];
}

/** What an id of this kind may name, in the order of the document. */
function choicesFor(to: RefTo, doc: PolicyDoc, listFields: readonly FactDef[]): readonly Named[] {
  if (to === 'param') return doc.params;
  if (to === 'tier') return doc.tiers;
  if (to === 'award') return doc.awards;
  if (to === 'indicator') return indicatorsOf(doc);
  if (to === 'rank') return rankKeysOf(doc);
  if (to !== 'any') return factsFor(to, doc, listFields);
  const { tiers, awards, stacks, pools, facts } = doc;
  const parts = tiers.flatMap((tier) => [tier, ...tier.gates, ...tier.vetoes, ...tier.routes]);
  return [...parts, ...awards, ...stacks, ...pools, ...facts];
}

/** What claims on a pool may be put in order by. */
const rankKeysOf = (doc: PolicyDoc): readonly Named[] => [
  ...doc.tiers.flatMap(({ routes }) => routes.filter(({ k }) => k === 'scored')),
  ...indicatorsOf(doc),
  ...doc.facts,
];

function indicatorsOf(doc: PolicyDoc): readonly Named[] {
  const found = new Map<string, Named>();
  walkFields(doc as unknown as Readonly<Record<string, unknown>>, ({ owners }) => {
    for (const { kind, object } of owners)
      if (kind === 'indicator' && typeof object.id === 'string') found.set(object.id, object as unknown as Named);
  });
  return [...found.values()];
}

export function RefField(props: FieldProps<'ref'>) {
  const { value, spec, kind, listFields } = props;
  const { label, id, doc, set, disabled, words, m } = useField(props);
  const text = useText();
  const now = typeof value === 'string' ? value : '';
  const choices = choicesFor(spec.to, doc, listFields);
  const isLost = now !== '' && !spec.also?.includes(now) && !choices.some((each) => each.id === now);
  return (
    <Labelled label={label} htmlFor={id} of={{ ...props, spec: { ...spec, optional: undefined } as never }}>
      <select
        id={id}
        className={SELECT}
        aria-invalid={isLost || undefined}
        value={now}
        disabled={disabled}
        onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
      >
        {(spec.optional || now === '') && <option value="">{spec.optional ? m.notSaid : m.choose}</option>}
        {isLost && <option value={now}>{m.lost(now)}</option>}
        {spec.also?.map((each) => (
          <option key={each} value={each}>
            {words.choice(kind, undefined, each)}
          </option>
        ))}
        {choices.map((each) => (
          <option key={each.id} value={each.id}>
            {text(each.label) || each.id}
          </option>
        ))}
      </select>
      {isLost && <p className="mt-0.5 text-caption text-seal">{m.lostHint}</p>}
    </Labelled>
  );
}

export function RefsField(props: FieldProps<'refs'>) {
  const { value, spec, listFields } = props;
  const { label, id, doc, set, disabled, m } = useField(props);
  const text = useText();
  const now = Array.isArray(value) ? (value as readonly string[]) : [];
  const choices = choicesFor(spec.to, doc, listFields);
  const lost = now.filter((each) => !choices.some((choice) => choice.id === each)).map((each) => ({ id: each }));
  const toggle = (each: string, on: boolean): void => set(on ? [...now, each] : now.filter((x) => x !== each));
  return (
    <fieldset id={id} className="max-h-72 overflow-auto rounded-2 border border-line p-3">
      <legend className="px-1 text-small text-ink-2">{label}</legend>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {[...lost, ...choices.toSorted((a, b) => Number(now.includes(b.id)) - Number(now.includes(a.id)))].map(
          (each: Named) => (
            <li key={each.id}>
              <label className="inline-flex min-h-8 items-center gap-2 text-small">
                <input
                  type="checkbox"
                  className="size-4 accent-[var(--celadon)]"
                  checked={now.includes(each.id)}
                  disabled={disabled}
                  onChange={(event) => toggle(each.id, event.target.checked)}
                />
                {text(each.label) || each.id}
                {lost.some(({ id: gone }) => gone === each.id) && (
                  <span className="text-caption text-seal">{m.lostHint}</span>
                )}
              </label>
            </li>
          ),
        )}
      </ul>
      {choices.length === 0 && <p className="text-small text-ink-3">{m.nothingToName}</p>}
    </fieldset>
  );
}

/** The words an answer may be: those of the fact, or yes and no. */
export function ValuesField(props: FieldProps<'values'>) {
  const { value, holder, listFields } = props;
  const { label, id, doc, set, disabled, m } = useField(props);
  const { locale } = useLocale();
  const now = Array.isArray(value) ? (value as readonly string[]) : [];
  const fact = factsFor('fact', doc, listFields).find((each) => each.id === holder.fact);
  const choices =
    fact?.type === 'bool'
      ? [
          { id: 'true', label: { 'zh-CN': m.yes, en: m.yes } },
          { id: 'false', label: { 'zh-CN': m.no, en: m.no } },
        ]
      : fact?.domain?.values;
  if (!choices)
    return (
      <LazyInput
        id={id}
        label={label}
        hint={m.valuesHint}
        value={now.join('，')}
        disabled={disabled}
        onCommit={(typed) =>
          set(
            typed
              .split(/[,，、]/)
              .map((each) => each.trim())
              .filter(Boolean),
          )
        }
      />
    );
  return (
    <fieldset id={id}>
      <legend className="mb-1 text-small text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {choices.map((choice) => (
          <label key={choice.id} className="inline-flex min-h-8 items-center gap-2 text-small">
            <input
              type="checkbox"
              className="size-4 accent-[var(--celadon)]"
              checked={now.includes(choice.id)}
              disabled={disabled}
              onChange={(event) =>
                set(event.target.checked ? [...now, choice.id] : now.filter((each) => each !== choice.id))
              }
            />
            {(choice.label as Readonly<Record<string, string>>)[locale] ?? choice.label['zh-CN'] ?? choice.id}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
