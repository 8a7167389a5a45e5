import { useQuery } from '@tanstack/react-query';
import { describeNode, type PolicyDoc } from '@tidu/rules';
import { useMemo } from 'react';
import { useLocale } from '../../messages/use-messages.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { type ClauseChange, groupChanges, type PartName } from './group-changes.ts';
import { usePolicyWords } from './policy-words.tsx';
import { policyVersionQuery } from './queries.ts';

type Describable = Parameters<typeof describeNode>[1];
type Say = (doc: PolicyDoc, path: string | undefined) => string;

const ORDER: readonly PartName[] = ['tiers', 'awards', 'stacks', 'pools', 'params', 'untranslatable', 'facts', 'other'];
const DESCRIBED: ReadonlySet<PartName> = new Set(['tiers', 'awards', 'stacks', 'pools']);

/** The part of a document at a path such as `tiers.1.gates.0`. */
const partAt = (doc: PolicyDoc, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), doc);

function ChangeRow({
  change,
  before,
  say,
}: {
  readonly change: ClauseChange;
  readonly before: PolicyDoc;
  readonly say: Say;
}) {
  const { doc, nameOf, m } = usePolicyWords();
  const isTier = change.part === 'tiers' && change.names.length < 2 && change.type !== 'structure';
  const told = DESCRIBED.has(change.part) && !isTier;
  const [was, is] = told ? [say(before, change.beforePath), say(doc, change.afterPath)] : ['', ''];
  return (
    <li className="border-b border-line py-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={`text-caption font-medium ${change.type === 'removed' ? 'text-ink-2' : 'text-celadon'}`}>
          {m.change[change.type]}
        </span>
        <span className="font-medium">
          {change.names.map((each) => nameOf(each)).join(' · ') || m.parts[change.part]}
        </span>
      </p>
      {was && was !== is && (
        <p className="mt-1 text-small text-ink-2">
          <span className="mr-2 text-ink-3">{m.before}</span>
          <del className="no-underline">{was}</del>
        </p>
      )}
      {is && was !== is && (
        <p className="mt-1 text-small">
          <span className="mr-2 text-ink-3">{m.after}</span>
          <ins className="no-underline">{is}</ins>
        </p>
      )}
    </li>
  );
}

/** What changed against the version before, clause by clause, each told by its own rule before and after. */
export function ChangeSection({ previousFrom }: { readonly previousFrom: string }) {
  const { doc, format, m } = usePolicyWords();
  const { locale } = useLocale();
  const previous = useQuery(policyVersionQuery(doc.id, previousFrom));
  const before = previous.data?.policy;
  const summary = useMemo(() => before && groupChanges(before, doc), [before, doc]);
  const say: Say = (of, path) => (path === undefined ? '' : describeNode(of, partAt(of, path) as Describable, locale));
  return (
    <section id="changes" aria-labelledby="changes-title" className="border-t border-line pt-8">
      <h2 id="changes-title" className="text-h2">
        {m.changes}
      </h2>
      <p className="mt-1 text-ink-2">{m.changesLead(format.day(previousFrom))}</p>
      {previous.isPending && <Skeleton className="mt-5" lines={4} />}
      {before && summary && (
        <div className="mt-5 space-y-6">
          {summary.clauses.length === 0 && <p>{m.noChanges}</p>}
          {ORDER.map((part) => {
            const changes = summary.clauses.filter((change) => change.part === part);
            if (changes.length === 0) return null;
            return (
              <details key={part} open={part !== 'facts'} className="group">
                <summary className="text-h3 font-semibold">
                  {m.parts[part]}
                  <span className="ml-3 text-small font-normal text-ink-2">{m.changeCount(changes.length)}</span>
                </summary>
                <ul className="mt-1">
                  {changes.map((change) => (
                    <ChangeRow key={change.key} change={change} before={before} say={say} />
                  ))}
                </ul>
              </details>
            );
          })}
          {summary.minor > 0 && <p className="text-small text-ink-2">{m.otherChanges(summary.minor)}</p>}
        </div>
      )}
    </section>
  );
}
