import type { CaseView } from '@tidu/api/review/cases/contract';
import type { ExplainNode, PolicyDoc } from '@tidu/rules';
import { sentenceOf } from '@tidu/rules';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useLocale } from '../../messages/use-messages.tsx';
import { CaseFilePreview, type ShownFile } from './case-file.tsx';

interface CaseWords {
  readonly view: CaseView;
  readonly doc: PolicyDoc;
  /** A node of the reason tree in one sentence. */
  readonly tell: (node: ExplainNode) => string;
  readonly openFile: (file: ShownFile) => void;
}

const CaseContext = createContext<CaseWords | undefined>(undefined);

/** The case the parts of the page are about, its policy for the sentences, and the one preview of files. */
export function CaseProvider({ view, doc, children }: { view: CaseView; doc: PolicyDoc; children: ReactNode }) {
  const { locale } = useLocale();
  const [file, openFile] = useState<ShownFile>();
  const words = useMemo<CaseWords>(
    () => ({ view, doc, openFile, tell: (node) => sentenceOf(node, doc, locale, view.submission.baseYear) }),
    [view, doc, locale],
  );
  return (
    <CaseContext value={words}>
      {children}
      <CaseFilePreview firmId={view.firmId} file={file} onClose={() => openFile(undefined)} />
    </CaseContext>
  );
}

export function useCase(): CaseWords {
  const words = use(CaseContext);
  if (!words) throw new Error('outside a case');
  return words;
}
