import { existsSync } from 'node:fs';
import { evaluateReference, type PolicyCase, type PolicyDoc, runCases, uncovered } from '@tidu/rules';
import { shipped } from '../config.ts';
import { parsePolicyText, readPolicyFiles } from '../policies/read-policy-files.ts';
import { CommandError } from './command-error.ts';
import { fromCaller, readInput, readJsonInput } from './read-input.ts';

type Print = (text: string) => void;

/** `tidu check`: every error of a policy file with path and fix, and its worked cases where they lie beside it. */
export function checkCommand(path: string, print: Print): void {
  const parsed = parsePolicyText(new TextDecoder().decode(readInput(path)));
  if (!parsed.ok)
    throw new CommandError([`${path}：${parsed.errors.length} 处错误 · errors`, ...parsed.errors].join('\n'));
  const { doc } = parsed;
  print(`${path}：无误 · no errors（${doc.id} ${doc.version}）`);
  const cases = path.replace(/\.json$/, '.cases.json');
  if (existsSync(fromCaller(cases)) && !reportCases(doc, cases, print))
    throw new CommandError('有算例未通过 · cases failed');
}

/** `tidu cases`: the worked cases of every shipped policy, or of one, with what they leave untested. */
export function casesCommand(policy: string | undefined, print: Print): void {
  const files = readPolicyFiles(shipped.policiesDir).filter(({ doc }) => policy === undefined || doc.id === policy);
  if (files.length === 0) throw new CommandError(`没有编号为“${policy}”的政策 · no such policy`, 2);
  const passed = files.map(({ doc, path }) => reportCases(doc, path.replace(/\.json$/, '.cases.json'), print));
  if (passed.includes(false)) throw new CommandError('有算例未通过 · cases failed');
}

function reportCases(doc: PolicyDoc, path: string, print: Print): boolean {
  const name = `${doc.id} ${doc.inForce.from}`;
  if (!existsSync(fromCaller(path))) {
    print(`${name}：没有算例 · no cases`);
    return true;
  }
  const json = readJsonInput(path);
  // A cases file is a list, or an object that holds the list.
  const cases = (Array.isArray(json) ? json : (json as { cases: unknown }).cases) as readonly PolicyCase[];
  const { results, coverage } = runCases(doc, cases, evaluateReference);
  const failed = results.filter((result) => !result.ok);
  print(`${name}：${results.length - failed.length}/${results.length} 个算例通过 · cases passed`);
  for (const each of failed)
    print(`  ✗ ${each.name}\n${each.problems.map((problem) => `      ${problem}`).join('\n')}`);
  const paths = Object.keys(coverage).length;
  const open = uncovered(coverage);
  print(`  覆盖 ${paths - open.length}/${paths}（既有通过也有不通过的算例）· covered both ways`);
  for (const each of open) print(`  · ${each}`);
  return failed.length === 0;
}
