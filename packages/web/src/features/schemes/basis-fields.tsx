import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import type { PartFieldsProps } from './scheme-form-props.ts';
import { WordsFields } from './words-fields.tsx';

/** The papers a scheme stands on. */
export function BasisFields({ scheme, set }: Pick<PartFieldsProps, 'scheme' | 'set'>) {
  const m = useMessages(schemesMessages);
  const f = m.field;
  const { legalBasis } = scheme;
  return (
    <Field id="legalBasis" legend label={m.basis}>
      <ol className="space-y-4">
        {legalBasis.map((words, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text has no name of its own
          <li key={i} className="rounded-2 border border-line p-4">
            <WordsFields
              id={`legalBasis.${i}`}
              zh={f.basisZh}
              en={f.basisEn}
              words={words}
              onChange={(next) => set({ legalBasis: legalBasis.map((each, at) => (at === i ? next : each)) })}
            />
            <div className="mt-3 text-right">
              <Button
                size="dense"
                look="quiet"
                aria-label={`${f.remove} ${words['zh-CN']}`}
                onClick={() => set({ legalBasis: legalBasis.filter((_, at) => at !== i) })}
              >
                {f.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Button size="dense" onClick={() => set({ legalBasis: [...legalBasis, { 'zh-CN': '', en: '' }] })}>
          {f.addBasis}
        </Button>
      </div>
    </Field>
  );
}
