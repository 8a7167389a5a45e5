import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';

interface ParagraphsFieldProps {
  readonly paragraphs: readonly string[];
  readonly placeholders: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (paragraphs: readonly string[]) => void;
}

const ID = 'paragraphs';

/** The text of a letter, a line for a paragraph, with everything that can be filled in one click away. */
export function ParagraphsField({ paragraphs, placeholders, error, onChange }: ParagraphsFieldProps) {
  const m = useMessages(templateMessages);
  const [text, setText] = useState(paragraphs.join('\n'));
  const write = (next: string): void => {
    setText(next);
    onChange(next.split('\n').filter((line) => line.trim() !== ''));
  };
  const insert = (name: string): void => {
    const box = document.getElementById(ID) as HTMLTextAreaElement | null;
    const [from, to] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    const hole = `{${name}}`;
    write(`${text.slice(0, from)}${hole}${text.slice(to)}`);
    box?.focus();
    requestAnimationFrame(() => box?.setSelectionRange(from + hole.length, from + hole.length));
  };
  const words: Readonly<Record<string, string>> = m.holes;
  return (
    <div className="space-y-4">
      <TextArea
        id={ID}
        label={m.paragraphs}
        hint={m.paragraphsHint}
        rows={14}
        value={text}
        error={error}
        onChange={write}
      />
      <div>
        <p className="text-small font-medium">{m.insert}</p>
        <ul className="mt-2 flex flex-wrap gap-2">
          {placeholders.map((name) => (
            <li key={name}>
              <Button size="dense" onClick={() => insert(name)}>
                <span className="sr-only">{m.insertOf}</span>
                {words[name] ?? name} <code className="ml-1 text-caption text-ink-2">{`{${name}}`}</code>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
