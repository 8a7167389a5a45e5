import type { SchemeDocument } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import type { SchemeFormProps } from './scheme-form-props.ts';
import { WordsFields } from './words-fields.tsx';

type Asked = SchemeDocument['departments'][number];

/** The departments that review side by side, with what each is asked. */
export function DepartmentFields({ scheme, problems, onChange }: SchemeFormProps) {
  const f = useMessages(schemesMessages).field;
  const { departments } = scheme;
  const set = (next: readonly Asked[]): void => onChange({ ...scheme, departments: [...next] });
  const change = (at: number, part: Partial<Asked>): void =>
    set(departments.map((each, i) => (i === at ? { ...each, ...part } : each)));
  return (
    <Field
      id="departments"
      legend
      label={f.departments}
      error={problems.find(({ field }) => field === 'departments')?.message}
    >
      <ol className="space-y-4">
        {departments.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an id is edited in the row itself
          <li key={i} className="space-y-4 rounded-2 border border-line p-4">
            <TextInput
              id={`departments.${i}.id`}
              label={f.departmentId}
              value={each.id}
              maxLength={60}
              onChange={(id) => change(i, { id })}
            />
            <WordsFields
              id={`departments.${i}.question`}
              zh={f.questionZh}
              en={f.questionEn}
              words={each.question}
              long
              onChange={(question) => change(i, { question })}
            />
            {departments.length > 1 && (
              <div className="text-right">
                <Button
                  size="dense"
                  look="quiet"
                  aria-label={`${f.remove} ${each.id}`}
                  onClick={() => set(departments.filter((_, at) => at !== i))}
                >
                  {f.remove}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Button size="dense" onClick={() => set([...departments, { id: '', question: { 'zh-CN': '', en: '' } }])}>
          {f.addDepartment}
        </Button>
      </div>
    </Field>
  );
}
