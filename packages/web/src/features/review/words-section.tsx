import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { LockIcon } from '../../shared/ui/icons.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { useCase } from './case-context.tsx';
import { casePath, useCaseChange } from './queries.ts';

type Visibility = 'shared' | 'internal';

/** Words with the firm on plain ground, notes of the office on ruled ground with a lock: never to be taken for another. */
export function WordsSection() {
  const m = useMessages(reviewMessages);
  const instant = useInstant();
  const { view } = useCase();
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <ul className="space-y-3">
        {view.messages.length === 0 && <li className="text-ink-2">{m.words.none}</li>}
        {view.messages.map((each) => {
          const isInternal = each.visibility === 'internal';
          return (
            <li
              key={each.id}
              className={`rounded-2 border px-4 py-3 text-small ${
                isInternal ? 'border-dashed border-amber-glaze bg-amber-soft' : 'border-line bg-surface'
              } ${each.side === 'firm' ? 'mr-8' : 'ml-8'}`}
            >
              <p className="flex flex-wrap items-center gap-x-2 text-caption text-ink-2">
                {isInternal && <LockIcon />}
                <span className="font-medium">{isInternal ? m.words.internal : m.words[each.side]}</span>
                <span>{each.byName}</span>
                <span className="tabular-nums">{instant(each.at)}</span>
              </p>
              <p className="mt-1 whitespace-pre-line">{each.text}</p>
            </li>
          );
        })}
      </ul>
      {view.may.write && <WriteForm />}
    </div>
  );
}

function WriteForm() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [visibility, setVisibility] = useState<Visibility>('internal');
  const [text, setText] = useState('');
  const change = useCaseChange(view.case.id, () => setText(''));
  return (
    <form
      className="space-y-4 self-start rounded-2 border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ path: `${casePath(view.case.id)}/messages`, body: { text, visibility } });
      }}
    >
      <ChoiceGroup
        id="visibility"
        label={m.words.write}
        value={visibility}
        onChange={(next) => setVisibility(next as Visibility)}
        choices={[
          { value: 'internal', label: m.words.internal, hint: m.words.internalHint },
          { value: 'shared', label: m.words.shared, hint: m.words.sharedHint },
        ]}
      />
      <TextArea id="words" label={m.words.text} value={text} onChange={setText} maxLength={4000} />
      {change.error && <Notice tone="error">{change.error.message}</Notice>}
      <Button type="submit" look="primary" busy={change.isPending} disabled={text.trim() === ''}>
        {m.words.send}
      </Button>
    </form>
  );
}
