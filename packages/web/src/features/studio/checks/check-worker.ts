import { checkPolicy, type Finding, type PolicyDoc, tellFinding } from '@tidu/rules';

/** What the page asks for: the findings of a text, under a number so that late answers are known. */
export interface CheckRequest {
  readonly turn: number;
  readonly doc: PolicyDoc;
}

/** A finding in the words of both languages. */
export interface ToldFinding {
  readonly key: string;
  readonly code: string;
  readonly level: Finding['level'];
  readonly path: string;
  readonly text: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly fixText: Readonly<Record<'zh-CN' | 'en', string>> | undefined;
  readonly patch: NonNullable<Finding['fix']>['patch'];
  readonly witness: Finding['witness'];
}

export interface CheckAnswer {
  readonly turn: number;
  readonly findings: readonly ToldFinding[];
  /** The text is not complete enough to be checked; what is missing is told by the server. */
  readonly failed: boolean;
}

function told(doc: PolicyDoc, found: Finding, i: number): ToldFinding {
  const [zh, en] = [tellFinding(found, doc, 'zh-CN'), tellFinding(found, doc, 'en')];
  return {
    key: `${found.code} ${found.path} ${i}`,
    code: found.code,
    level: found.level,
    path: found.path,
    text: { 'zh-CN': zh.text, en: en.text },
    fixText: zh.fix === undefined ? undefined : { 'zh-CN': zh.fix, en: en.fix ?? zh.fix },
    patch: found.fix?.patch,
    witness: found.witness,
  };
}

export function answer({ turn, doc }: CheckRequest): CheckAnswer {
  try {
    return { turn, findings: checkPolicy(doc).map((found, i) => told(doc, found, i)), failed: false };
  } catch {
    return { turn, findings: [], failed: true };
  }
}

// In a page this file runs as a worker; where there is none (tests) only `answer` is used.
if (typeof document === 'undefined' && typeof self !== 'undefined' && 'postMessage' in self)
  self.addEventListener('message', (event: MessageEvent<CheckRequest>) => self.postMessage(answer(event.data)));
