import type { Text } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { LazyInput } from './lazy-input.tsx';

interface WordsInputProps {
  readonly id: string;
  readonly label: string;
  readonly words: Text | undefined;
  readonly disabled?: boolean | undefined;
  readonly long?: boolean | undefined;
  readonly isMissing?: boolean;
  readonly hideLabel?: boolean;
  /** Undefined where both are empty. */
  readonly onCommit: (words: Text | undefined) => void;
}

/** A text in Chinese, and in English beside it. */
export function WordsInput({ id, label, words, disabled, long, isMissing, hideLabel, onCommit }: WordsInputProps) {
  const m = useMessages(studioMessages);
  const set = (locale: 'zh-CN' | 'en', text: string): void => {
    const { [locale]: _, ...others } = words ?? {};
    const next = text.trim() === '' && locale === 'en' ? others : { ...words, [locale]: text };
    const isEmpty = Object.values(next).every((each) => each.trim() === '');
    onCommit(isEmpty ? undefined : { 'zh-CN': '', ...next });
  };
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <LazyInput
        id={`${id}-zh`}
        label={m.inChinese(label)}
        hideLabel={hideLabel ?? false}
        value={words?.['zh-CN'] ?? ''}
        disabled={disabled}
        long={long}
        error={isMissing ? m.wordsMissing : undefined}
        onCommit={(text) => set('zh-CN', text)}
      />
      <LazyInput
        id={`${id}-en`}
        label={m.inEnglish(label)}
        hideLabel={hideLabel ?? false}
        value={words?.en ?? ''}
        disabled={disabled}
        long={long}
        onCommit={(text) => set('en', text)}
      />
    </div>
  );
}
