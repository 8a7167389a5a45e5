import { hashOf } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import type { Reader } from '../../db/open-database.ts';
import { listVersions } from '../../policies/queries.ts';
import type { PatchOp } from '../contract.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { problemsOf } from '../tell.ts';
import { documentOf } from '../texts.ts';
import { runJob } from '../worker/run-job.ts';
import type { FoundAndTold } from '../worker/text-jobs.ts';
import type { StudioChecks, StudioFinding } from './contract.ts';

// The same text beside the same others has the same findings; a page asks after every saving and every reload.
const found = new Map<string, readonly StudioFinding[]>();
const MOST_KEPT = 50;

/** Everything doubtful about a draft (政策体检), in words, with the firm that shows it and how to put it right. */
export async function checkDraft(db: Reader, draft: StudioDraftRow): Promise<StudioChecks> {
  const document = documentOf(draft);
  const problems = problemsOf(document);
  const findings = problems.length > 0 ? [] : await findingsOf(db, draft);
  const count = (level: StudioFinding['level']) => findings.filter((each) => each.level === level).length;
  return {
    version: draft.version,
    hash: draft.hash,
    problems,
    findings: [...findings],
    counts: { error: count('error') + problems.length, warn: count('warn'), hint: count('hint') },
    isBlocked: problems.length > 0 || count('error') > 0,
  };
}

async function findingsOf(db: Reader, draft: StudioDraftRow): Promise<readonly StudioFinding[]> {
  const parsed = parsePolicy(documentOf(draft));
  if (!parsed.ok) return [];
  // The versions before it are ended on the day it takes effect, so that they never stand beside it.
  const versions = (await listVersions(db)).filter(({ doc }) => doc.id !== draft.policyId);
  const key = [draft.hash, ...versions.map(({ hash }) => hash)].join();
  const known = found.get(key);
  if (known) return known;
  const others = versions.map(({ doc }) => doc);
  const made = (await runJob('check', { doc: parsed.doc, others })).map(describeFinding);
  found.set(key, made);
  for (const old of found.keys()) if (found.size > MOST_KEPT) found.delete(old);
  return made;
}

function describeFinding({ finding, told }: FoundAndTold): StudioFinding {
  const { code, level, path, node, witness, fix, msg } = finding;
  const fixText = { 'zh-CN': told['zh-CN'].fix ?? '', en: told.en.fix ?? '' };
  return {
    key: hashOf([code, path, msg.args]).slice('sha256:'.length, 'sha256:'.length + 24),
    code,
    level,
    path,
    ...(node === undefined ? {} : { node }),
    text: { 'zh-CN': told['zh-CN'].text, en: told.en.text },
    ...(witness ? { witness: describeWitness(witness) } : {}),
    ...(fix ? { fix: { text: fixText, ...(fix.patch ? { patch: fix.patch as PatchOp[] } : {}) } } : {}),
  };
}

const describeWitness = ({ facts, dates, other, shows }: NonNullable<FoundAndTold['finding']['witness']>) => ({
  facts: { ...facts },
  dates: { ...dates } as Record<string, string>,
  ...(other ? { other: { facts: { ...other.facts }, dates: { ...other.dates } as Record<string, string> } } : {}),
  shows: shows.map(({ firm, target, result }) => ({ firm, target: { ...target }, result })),
});
