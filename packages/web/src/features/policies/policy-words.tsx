import { describeNode, type PolicyDoc } from '@tidu/rules';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { policiesMessages } from '../../messages/policies-messages.ts';
import { useLocale, useMessages, useText } from '../../messages/use-messages.tsx';
import type { Format } from '../../shared/format/format.ts';
import { useFormat } from '../../shared/format/use-format.ts';

type Describable = Parameters<typeof describeNode>[1];

const DocContext = createContext<PolicyDoc | undefined>(undefined);

/** Gives the parts of a policy page the document they belong to. */
export function PolicyProvider({ doc, children }: { readonly doc: PolicyDoc; readonly children: ReactNode }) {
  return <DocContext value={doc}>{children}</DocContext>;
}

/** Everything a part of the page needs to put a rule into words. */
export function usePolicyWords() {
  const doc = use(DocContext);
  if (!doc) throw new Error('outside PolicyProvider');
  const { locale } = useLocale();
  const text = useText();
  const format: Format = useFormat();
  const m = useMessages(policiesMessages);
  const say = useMemo(
    () =>
      (node: Describable): string =>
        describeNode(doc, node, locale),
    [doc, locale],
  );
  const nameOf = (node: { readonly id?: string; readonly label?: Readonly<Record<string, string>> }): string =>
    text(node.label) || (node.id ?? '');
  return { doc, say, text, nameOf, format, m };
}
