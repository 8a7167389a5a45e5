import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, findVersionConflicts, hashOf, type PolicyDoc } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import { say } from '../messages/say.ts';

/** A policy version as it came from its file. */
export interface PolicyFile {
  readonly path: string;
  readonly doc: PolicyDoc;
  readonly hash: string;
}

/** Files that are no policies, or versions that contradict each other; the message lists every error with path and fix. */
export class PolicyFilesError extends Error {
  override readonly name = 'PolicyFilesError';
}

/** Every policy version below a folder (`<policy>/<from>.json`); throws `PolicyFilesError` where any of them is wrong. */
export function readPolicyFiles(folder: string): readonly PolicyFile[] {
  const files: PolicyFile[] = [];
  const wrong: string[] = [];
  for (const path of listPolicyFiles(folder)) {
    const read = parsePolicyText(readFileSync(path, 'utf8'));
    if (read.ok) files.push({ path, doc: read.doc, hash: hashOf(read.doc) });
    else wrong.push(path, ...read.errors);
  }
  const docs = files.map((file) => file.doc);
  for (const conflict of findVersionConflicts(docs)) wrong.push(describeDiagnostic(conflict));
  if (wrong.length > 0) throw new PolicyFilesError(`政策文件有误 · wrong policy files:\n${wrong.join('\n')}`);
  return files;
}

/** Reads the text of one policy file; errors are written out for people. */
export function parsePolicyText(text: string): { ok: true; doc: PolicyDoc } | { ok: false; errors: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, errors: [`  ${String(error)}`] };
  }
  const parsed = parsePolicy(json);
  return parsed.ok ? parsed : { ok: false, errors: parsed.errors.map(describeDiagnostic) };
}

/** One finding on one line: where, what, and how to put it right. */
export function describeDiagnostic(found: Diagnostic): string {
  const fix = found.fix ? `  → ${say(found.fix, 'zh-CN')}` : '';
  return `  ${found.path || '(document)'}  [${found.code}] ${say(found.msg, 'zh-CN')}${fix}`;
}

function listPolicyFiles(folder: string): readonly string[] {
  const policies = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return policies.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.json') && !file.endsWith('.cases.json'))
      .toSorted()
      .map((file) => join(folder, name, file)),
  );
}
