import { type Dates, type PolicyDoc, policiesFollowing, readOtherwise, type TextOnTrial } from '@tidu/rules';
import { shipped } from '../config.ts';
import { parsePolicyText, readPolicyFiles } from '../policies/read-policy-files.ts';
import { CommandError } from './command-error.ts';
import { readInput } from './read-input.ts';

/** A policy document named on the command line. */
export function readPolicy(path: string): PolicyDoc {
  const parsed = parsePolicyText(new TextDecoder().decode(readInput(path)));
  if (parsed.ok) return parsed.doc;
  throw new CommandError([`${path}：${parsed.errors.length} 处错误 · errors`, ...parsed.errors].join('\n'));
}

/** Files named by `--following`; absent for the shipped policies, false for none. */
export type FollowingNamed = readonly string[] | false | undefined;

/** The policies that go by the result of the one on trial, ready to be tried beside it. */
export function openFollowing(
  named: FollowingNamed,
  [before, after]: readonly [PolicyDoc, PolicyDoc],
  dates: Dates,
): readonly TextOnTrial[] {
  if (named === false) return [];
  // A draft that is named is tried as if it were published.
  const docs = named
    ? named.map((path): PolicyDoc => ({ ...readPolicy(path), status: 'published' }))
    : readPolicyFiles(shipped.policiesDir).map(({ doc }) => doc);
  const following = policiesFollowing(docs, after.id, dates);
  if (named && following.length < new Set(docs.map(({ id }) => id)).size) throw notFollowing(docs, following, after);
  const told = new Map([...before.facts, ...after.facts].map((def) => [def.id, def]));
  return following.map((doc) => ({ doc, docs: following, unread: readOtherwise(doc, told) }));
}

function notFollowing(docs: readonly PolicyDoc[], following: readonly PolicyDoc[], { id }: PolicyDoc): CommandError {
  const others = docs.filter((doc) => !following.some((each) => each.id === doc.id)).map((doc) => doc.id);
  return new CommandError(
    `--following ${others.join(' ')}：当日未施行，或不引用 ${id} 的结论 · not in force on the day, or takes nothing from ${id}`,
    2,
  );
}

/** What these policies ask of a firm itself: not what they take from each other or from the one on trial. */
export function askedBy(following: readonly TextOnTrial[], { id }: PolicyDoc): readonly PolicyDoc[] {
  const among = new Set([id, ...following.map(({ doc }) => doc.id)]);
  return following.map(({ doc }) => ({
    ...doc,
    facts: doc.facts.filter(({ derive }) => derive === undefined || !among.has(derive.policy)),
  }));
}
