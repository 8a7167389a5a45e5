import type { Id } from './document.ts';
import type { Facts } from './facts.ts';

/** A message as a key of the message files and its arguments; the engine holds no prose. */
export interface Message {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}

/** One finding about a document or a firm's facts: what is wrong, where, and how to put it right. */
export interface Diagnostic {
  readonly code: string;
  readonly level: 'error' | 'warn' | 'hint';
  /** Path into the document or facts, e.g. `tiers.1.gates.0.when.b.value`. */
  readonly path: string;
  readonly node?: Id;
  readonly msg: Message;
  readonly fix?: Message;
  readonly witness?: Facts;
}
