import { describe, expect, it } from 'vitest';
import { auditActions } from '../../messages/zh-CN/audit-actions.ts';

const sources = import.meta.glob<string>('../../../../api/src/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const files = Object.entries(sources).filter(([path]) => !path.endsWith('.test.ts'));

const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/'([a-z][a-z.-]*)'/g)].map(([, word = '']) => word);
const found = (pattern: RegExp): readonly string[] =>
  files.flatMap(([, text]) => [...text.matchAll(pattern)].map(([, part = '']) => part));
const fileEndingIn = (name: string): string => files.find(([path]) => path.endsWith(name))?.[1] ?? '';

/** Actions put together from a part that varies, and where its values are written. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are what the sources hold
  'application.${event}': quoted(
    /const EVENTS = \[[^\]]*\]/.exec(fileEndingIn('applications/lifecycle.ts'))?.[0] ?? '',
  ),
  'application.${share.what}': [
    ...found(/\bwhat: '([a-z.-]+)'/g),
    ...quoted(/const PAYMENT_EVENTS = \[[^\]]*\]/.exec(fileEndingIn('payments/lifecycle.ts'))?.[0] ?? '').map(
      (event) => `payment.${event}`,
    ),
  ],
  'application.transition-${record.outcome}': ['kept', 'moved', 'failed'],
  'file.${state}': ['clean', 'rejected'],
  'policy-draft.${action}': found(/\bnoted\(tx, act, [\w.]+, '([a-z-]+)'/g),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are what the sources hold
};

const composed = Object.entries(COMPOSED).flatMap(([pattern, parts]) =>
  parts.map((part) => pattern.replace(/\$\{.*\}/, part)),
);
const templates = found(/\baction: `([^`]+)`/g);
const written = [
  ...found(/\baction(?::|\s*=)([^`\n]*)/g).flatMap(quoted),
  ...found(/\bnote\(tx, act, ('[a-z.-]+')/g).flatMap(quoted),
  ...found(/const ACTIONS: Readonly<Record<string, string>> = \{([^}]*)\}/g).flatMap(quoted),
].filter((each) => each.includes('.'));

describe('words of the audit trail', () => {
  it('looks at every action that is appended anywhere', () => {
    expect(written.length).toBeGreaterThan(100);
    for (const parts of Object.values(COMPOSED)) expect(parts.length).toBeGreaterThan(1);
    expect(templates.filter((each) => !(each in COMPOSED))).toEqual([]);
  });

  it('has words for each of them', () => {
    const words: Readonly<Record<string, string>> = auditActions.actions;
    expect([...new Set([...written, ...composed])].filter((action) => !words[action])).toEqual([]);
  });

  it('has words for what they are done to', () => {
    const subjects: Readonly<Record<string, string>> = auditActions.subjects;
    const types = found(/\bsubject(?:: \{| = \{) type: '([a-z-]+)'/g);
    expect(types.length).toBeGreaterThan(50);
    expect([...new Set(types)].filter((type) => !subjects[type])).toEqual([]);
  });
});
