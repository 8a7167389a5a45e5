import type { Diagnostic } from '../policy/diagnostic.ts';
import type { PolicyDoc } from '../policy/document.ts';
import { resolvePolicy } from '../policy/resolve-policy.ts';
import { applyFix } from './apply-fix.ts';
import { type Check, type Checked, type CheckOptions, openCheck } from './context.ts';
import type { Finding } from './finding.ts';
import { mendingOf } from './mending.ts';
import { checks } from './registry.ts';
import { holdsAgain } from './witness.ts';

const LEVELS: readonly Finding['level'][] = ['error', 'warn', 'hint'];

/**
 * Everything doubtful about a policy document (政策体检), errors first, then in the order of the document. Errors that keep
 * a document from being read come alone: the rest has a meaning only once they are put right. Every witness has been
 * evaluated by the reference evaluator, twice; a finding whose witness does not show what it says is never given.
 *
 * @example checkPolicy(ladder).filter((found) => found.level === 'error')
 */
export function checkPolicy(doc: PolicyDoc, options: CheckOptions = {}): readonly Finding[] {
  const unreadable = resolvePolicy(doc).map((problem) => readProblem(doc, problem));
  return unreadable.length > 0 ? unreadable : runChecks(openCheck(doc, options), checks);
}

/** The findings of some checks on a document that can be evaluated. */
export function runChecks(c: Checked, some: readonly Check[]): readonly Finding[] {
  const found = some.flatMap((check) => check(c)).filter((f) => !f.witness || holdsAgain(c.doc, f.witness));
  const sound = once(found).map((f) => withSoundFix(c.doc, f));
  return sound.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function once(found: readonly Finding[]): Finding[] {
  const seen = new Map(found.map((f) => [`${f.code} ${f.path} ${JSON.stringify(f.msg.args)}`, f]));
  return [...seen.values()];
}

/** A whole part others may name: a gate, veto, route, cap, award, stack or pool. */
const NAMED_PART = /^(tiers\.\d+\.\w+|awards|stacks|pools|tiers)\.\d+$/;

/** Where something else still names what is taken out, the change is told in words only. */
function withSoundFix(doc: PolicyDoc, f: Finding): Finding {
  const takesOut = f.fix?.patch?.some((op) => op.op === 'remove' && NAMED_PART.test(op.path));
  if (!f.fix || !takesOut || resolvePolicy(applyFix(doc, f.fix)).length === 0) return f;
  return { ...f, fix: { msg: f.fix.msg } };
}

function readProblem(doc: PolicyDoc, { witness: _, fix, ...problem }: Diagnostic): Finding {
  const patch = mendingOf(doc, problem, fix);
  return fix ? { ...problem, fix: { msg: fix, ...(patch ? { patch } : {}) } } : problem;
}
