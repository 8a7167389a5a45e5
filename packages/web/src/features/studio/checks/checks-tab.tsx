import type { StudioProblem } from '@tidu/api/studio/drafts/contract';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { trailTo } from '../model/outline.ts';
import { nameOfPart } from '../model/part-names.ts';
import type { Json } from '../model/shape-of.ts';
import type { ToldFinding } from './check-worker.ts';
import { useFindings } from './use-findings.tsx';
import { WitnessFirm } from './witness-firm.tsx';

const LEVELS = ['error', 'warn', 'hint'] as const;

/** What is wrong or doubtful, in words, with a firm that shows it and a change that puts it right. */
export default function ChecksTab() {
  const m = useMessages(studioMessages);
  const { view } = useDraftDesk();
  const { findings, counts, isChecking, failed } = useFindings();
  const [hints, setHints] = useState(false);
  if (view.problems.length > 0) return <Problems problems={view.problems} />;
  return (
    <div className="max-w-5xl space-y-6">
      <p role="status" className="text-ink-2">
        {isChecking ? m.checking : m.checkCounts(counts.error, counts.warn, counts.hint)}
      </p>
      {failed && <Notice tone="open">{m.notCheckable}</Notice>}
      {!isChecking && !failed && counts.error === 0 && (
        <Notice tone="good" title={counts.warn === 0 ? m.noFindings : m.noErrors}>
          {null}
        </Notice>
      )}
      {LEVELS.map((level) => {
        const own = findings.filter((found) => found.level === level);
        if (own.length === 0) return null;
        const folded = level === 'hint' && !hints;
        return (
          <section key={level}>
            <h2 className="text-h3">
              {m.level[level]}
              <span className="ml-2 text-small font-normal text-ink-2">
                {own.length} · {m.levelHint[level]}
              </span>
            </h2>
            {folded ? (
              <Button size="dense" look="quiet" onClick={() => setHints(true)}>
                {m.showHints(own.length)}
              </Button>
            ) : (
              <ul className="mt-2 space-y-3">
                {own.map((found) => (
                  <OneFinding key={found.key} found={found} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

const EDGE = { error: 'border-l-seal', warn: 'border-l-amber-glaze', hint: 'border-l-line-strong' } as const;

function OneFinding({ found }: { readonly found: ToldFinding }) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { show } = useAnnouncer();
  const { edit, mayEdit } = useDraftDesk();
  const { patch, fixText } = found;
  const apply = (): void => {
    if (!patch) return;
    edit(patch, m.summary.fix(fixText?.['zh-CN'] ?? ''));
    show(m.fixDone);
  };
  return (
    <li className={`rounded-2 border border-l-4 border-line bg-surface p-3 ${EDGE[found.level]}`}>
      <PlaceLink path={found.path} />
      <p className="mt-0.5">{found.text[locale]}</p>
      {found.witness && <WitnessFirm witness={found.witness} />}
      {fixText && (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
          <p className="text-ink-2">
            <span className="mr-2 text-ink-3">{m.suggestion}</span>
            {fixText[locale]}
          </p>
          {patch && mayEdit && (
            <Button size="dense" onClick={apply}>
              {m.applyFix}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Where it lies: the names from the outside in, leading into the structure. */
function PlaceLink({ path }: { readonly path: string }) {
  const { locale } = useLocale();
  const m = useMessages(studioMessages);
  const { draft, doc } = useDraftDesk();
  const trail = trailTo(doc as unknown as Json, path);
  const at = trail.at(-1)?.path ?? '';
  const names = trail
    .slice(1)
    .filter(({ object, path: here }) => object.label !== undefined || here === at)
    .map(({ object }) => nameOfPart(doc, object, locale));
  return (
    <p className="text-caption text-ink-2">
      <Link
        to="/studio/drafts/$draftId"
        params={{ draftId: draft.id }}
        search={at === '' ? { tab: 'structure' } : { tab: 'structure', at }}
      >
        {names.join(' · ') || m.policyHead}
      </Link>
    </p>
  );
}

/** What keeps the text from being read as a policy: all of it at once. */
function Problems({ problems }: { readonly problems: readonly StudioProblem[] }) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  return (
    <div className="max-w-5xl space-y-4">
      <Notice tone="error" title={m.problemsTitle(problems.length)}>
        <p>{m.problemsLead}</p>
      </Notice>
      <ul className="space-y-2">
        {problems.map((each) => (
          <li
            key={`${each.path} ${each.code}`}
            className="rounded-2 border border-l-4 border-line border-l-seal bg-surface p-3"
          >
            <PlaceLink path={each.path} />
            <p>{each.text[locale]}</p>
            {each.fix && <p className="text-small text-ink-2">{each.fix[locale]}</p>}
            <p className="text-caption break-all text-ink-3">{each.path}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
