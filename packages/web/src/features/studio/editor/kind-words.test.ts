import { describe, expect, it } from 'vitest';
import { studioKindsMessages } from '../../../messages/studio-kinds-messages.ts';
import type { Fields } from '../model/field-spec.ts';
import { KINDS, shapeOf } from '../model/shape-of.ts';
import { choiceWord, fieldWord } from './kind-words.ts';

describe.each(['zh-CN', 'en'] as const)('words of the editor in %s', (locale) => {
  const marked = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(of).map(([key, text]) => [key, `· ${text}`]));
  const said = studioKindsMessages[locale];
  // A word may be spelled like its key in English: marked, it can be told from the key that is given where none is found.
  const words = { ...said, field: marked(said.field), word: marked(said.word) };
  it.each(KINDS)('names %s, its fields and every choice', (kind) => {
    expect(words.kind[kind]).toHaveLength(2);
    const missing: string[] = [];
    const look = (fields: Fields, group?: string): void => {
      for (const [key, spec] of Object.entries(fields)) {
        if (fieldWord(words, kind, group, key) === key) missing.push(`${group ?? ''} ${key}`);
        const choices = spec.t === 'word' ? spec.of : spec.t === 'ref' ? (spec.also ?? []) : [];
        for (const each of choices) if (choiceWord(words, kind, group, each) === each) missing.push(each);
        if (spec.t === 'group' || spec.t === 'rows') look(spec.fields, key);
      }
    };
    look(shapeOf(kind)?.fields ?? {});
    expect(missing).toEqual([]);
  });
});
