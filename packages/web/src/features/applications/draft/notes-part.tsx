import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import type { PartProps } from './what-part.tsx';

export function NotesPart({ content, onChange }: Pick<PartProps, 'content' | 'onChange'>) {
  const m = useMessages(applicationsMessages);
  return (
    <TextArea
      id="notes"
      label={m.notes}
      hint={m.notesHint}
      optional
      value={content.notes}
      maxLength={4000}
      onChange={(notes) => onChange({ notes })}
    />
  );
}
