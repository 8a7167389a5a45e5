import type { ColumnProgram } from '../../evaluate/columns/compile-columns.ts';
import type { CompileOptions } from '../../evaluate/compile.ts';
import type { Id, PolicyDoc } from '../../policy/document.ts';
import type { Side } from '../start-impact.ts';

/** A text and what is needed to try it on firms. */
export interface TextOnTrial {
  readonly doc: PolicyDoc;
  /** All documents beside it, for facts that come from another policy. */
  readonly docs: readonly PolicyDoc[];
  /** Facts it defines otherwise than the firms tell them: to it they are not known. */
  readonly unread: readonly Id[];
}

/** Where programs come from: who keeps them from one trial to the next gives its own. */
export interface Programs {
  programOf(side: Side): ColumnProgram;
  /** The same for a text that others are compared with again and again; what it gave the firms may be remembered. */
  remembered(side: Side): ColumnProgram;
  /** What judges one firm at a time. */
  readonly target?: CompileOptions['target'];
}
