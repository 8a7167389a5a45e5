import type { CaseFilters, DeskOverview as Overview } from '@tidu/api/review/desk/contract';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';

interface FigureProps {
  readonly label: string;
  readonly count: number;
  readonly filters: CaseFilters;
  readonly tone: string;
}

function Figure({ label, count, filters, tone }: FigureProps) {
  return (
    <Link
      to="/desk"
      search={filters}
      className="flex min-w-0 items-baseline gap-2 border-l-2 border-line-strong px-3 py-1 no-underline hover:border-celadon"
    >
      <span className={`text-h2 tabular-nums ${count === 0 ? 'text-ink-3' : tone}`}>{count}</span>
      <span className="text-small text-ink-2">{label}</span>
    </Link>
  );
}

/** What wants attention first, each figure a filter, and how long the steps have taken. */
export function DeskOverview({ overview }: { readonly overview: Overview }) {
  const m = useMessages(deskMessages);
  const averages = overview.averages.filter(({ cases }) => cases > 0);
  return (
    <section aria-label={m.overview}>
      <div className="grid grid-cols-2 gap-y-2 lg:grid-cols-4">
        <Figure label={m.overdue} count={overview.overdue} filters={{ overdue: '1' }} tone="text-seal" />
        <Figure label={m.dueThisWeek} count={overview.dueThisWeek} filters={{ dueWithin: '5' }} tone="text-amber" />
        <Figure label={m.waitingOnFirms} count={overview.waitingOnFirms} filters={{ turn: 'firm' }} tone="text-ink" />
        <Figure label={m.withConflicts} count={overview.withConflicts} filters={{ conflicts: '1' }} tone="text-ink" />
      </div>
      <p className="mt-3 text-caption text-ink-3">
        {m.averages}{' '}
        {averages.length === 0
          ? m.noAverages
          : averages
              .map(({ clock, workingDays, cases }) => m.averageOf(m.clock[clock] ?? clock, String(workingDays), cases))
              .join(' · ')}
      </p>
    </section>
  );
}
