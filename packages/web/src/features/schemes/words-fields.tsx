import type { Words } from '@tidu/api/schemes/contract';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';

interface WordsFieldsProps {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly words: Words;
  readonly long?: boolean;
  readonly onChange: (words: Words) => void;
}

/** A text in both languages, side by side where there is room. */
export function WordsFields({ id, zh, en, words, long, onChange }: WordsFieldsProps) {
  const Input = long ? TextArea : TextInput;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Input
        id={`${id}.zh-CN`}
        label={zh}
        value={words['zh-CN']}
        onChange={(text) => onChange({ ...words, 'zh-CN': text })}
      />
      <Input id={`${id}.en`} label={en} value={words.en} onChange={(text) => onChange({ ...words, en: text })} />
    </div>
  );
}
