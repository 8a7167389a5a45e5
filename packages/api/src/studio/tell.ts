import type { Diagnostic, Message } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import { say } from '../messages/say.ts';
import type { DraftDocument, Told } from './contract.ts';
import type { StudioProblem } from './drafts/contract.ts';

export const tellBoth = (message: Message): Told => ({ 'zh-CN': say(message, 'zh-CN'), en: say(message, 'en') });

/** Everything that keeps a text from being read as a policy; nothing where it can be. */
export function problemsOf(document: DraftDocument): StudioProblem[] {
  const parsed = parsePolicy(document);
  return parsed.ok ? [] : parsed.errors.map(tellProblem);
}

const tellProblem = ({ path, code, node, msg, fix }: Diagnostic): StudioProblem => ({
  path,
  code,
  ...(node === undefined ? {} : { node }),
  text: tellBoth(msg),
  ...(fix ? { fix: tellBoth(fix) } : {}),
});
