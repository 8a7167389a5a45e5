import type { ApplicationDraft, DraftContent } from '@tidu/api/applications/drafts/contract';
import type { PolicyDoc } from '@tidu/rules';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { MoneyInput } from '../../../shared/ui/money-input.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { ShownFile } from './from-files.tsx';

export interface PartProps {
  readonly draft: ApplicationDraft;
  readonly content: DraftContent;
  /** Names of the files in it: those that were there, and those sent since. */
  readonly files: readonly ShownFile[];
  readonly onFile: (file: ShownFile) => void;
  /** A change on top of what is there by then: uploads end in any order, long after the page was drawn. */
  readonly onChange: (change: Partial<DraftContent> | ((now: DraftContent) => Partial<DraftContent>)) => void;
  /** What the last check found, by the id of the field. */
  readonly errorOf: (field: string) => string | undefined;
}

/** What is applied for: a name, the awards and the amount. */
export function WhatPart({
  draft,
  content,
  onChange,
  errorOf,
  policy,
}: PartProps & { readonly policy: PolicyDoc | undefined }) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const { scheme } = draft;
  const awards = policy?.awards.filter(({ id }) => scheme.awards.includes(id)) ?? [];
  const toggle = (id: string, on: boolean): void =>
    onChange({ awards: on ? [...content.awards, id] : content.awards.filter((each) => each !== id) });
  return (
    <div className="space-y-8">
      <TextInput
        id="projectName"
        label={m.projectName}
        hint={m.projectNameHint}
        maxLength={200}
        value={content.projectName}
        error={errorOf('projectName')}
        onChange={(projectName) => onChange({ projectName })}
      />
      {awards.length > 0 && (
        <Field id="awards" legend label={m.awards} error={errorOf('awards')}>
          <div className="space-y-3">
            {awards.map(({ id, label }) => (
              <Checkbox
                key={id}
                id={`awards-${id}`}
                label={text(label)}
                checked={content.awards.includes(id)}
                onChange={(on) => toggle(id, on)}
              />
            ))}
          </div>
        </Field>
      )}
      {scheme.pool !== undefined && (
        <MoneyInput
          id="claim"
          label={m.claim}
          value={content.claim}
          error={errorOf('claim')}
          onChange={(claim) => onChange({ claim })}
        />
      )}
    </div>
  );
}
