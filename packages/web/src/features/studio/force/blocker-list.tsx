import type { Blocker } from '@tidu/api/studio/force/contract';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { CheckIcon } from '../../../shared/ui/icons.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';

const TAB: Readonly<Record<string, string>> = {
  'text-unreadable': 'checks',
  'check-errors': 'checks',
  'untranslatable-open': 'structure',
  'cases-missing': 'cases',
  'cases-failing': 'cases',
  'base-moved': 'compare',
};

/** What is in the way, and where it is put right. */
export function BlockerList({ blockers, empty }: { readonly blockers: readonly Blocker[]; readonly empty?: string }) {
  const m = useMessages(studioForceMessages);
  const { locale } = useLocale();
  const { draft } = useDraftDesk();
  if (blockers.length === 0)
    return empty ? (
      <p className="flex items-center gap-2 text-celadon">
        <CheckIcon />
        {empty}
      </p>
    ) : null;
  return (
    <ul className="space-y-2">
      {blockers.map((blocker) => {
        const tab = TAB[blocker.code];
        return (
          <li
            key={`${blocker.code} ${blocker.path}`}
            className="rounded-2 border border-l-4 border-line border-l-amber-glaze bg-surface px-3 py-2"
          >
            <p>{blocker.text[locale]}</p>
            <p className="text-small text-ink-2">
              {blocker.fix[locale]}
              {tab && (
                <Link
                  to="/studio/drafts/$draftId"
                  params={{ draftId: draft.id }}
                  search={tab === 'structure' ? { tab, at: blocker.path || 'untranslatable' } : { tab }}
                  className="ml-3 text-celadon underline underline-offset-4"
                >
                  {m.goThere}
                </Link>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
