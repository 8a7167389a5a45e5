import { useQuery } from '@tanstack/react-query';
import type { Panel, PanelResults } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { resultsQuery } from './queries.ts';
import { SpreadPicture } from './spread-picture.tsx';

type CaseResult = PanelResults['cases'][number];

/** The unsealed scores of each case: every expert's, the mean, the spread, and who is far from the others. */
export function ResultsPart({ panel }: { readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const { data, isPending, error } = useQuery(resultsQuery(panel.id));
  return (
    <section aria-labelledby="results-title">
      <h2 id="results-title" className="text-h2">
        {m.results}
      </h2>
      <p className="text-small text-ink-2">{m.outlierHint(panel.outlierAt)}</p>
      {isPending && <Skeleton lines={5} />}
      {error && <Notice>{error.message}</Notice>}
      <ul className="mt-4 space-y-4">
        {data?.cases.map((each) => (
          <Result key={each.applicationId} result={each} panel={panel} />
        ))}
      </ul>
    </section>
  );
}

function Result({ result, panel }: { readonly result: CaseResult; readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const text = useText();
  const figures = [
    [m.mean, result.mean],
    [m.range, result.range],
    [m.deviation, result.deviation],
  ];
  return (
    <li className="rounded-2 border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="text-h3">{result.title}</h3>
        <dl className="flex gap-6">
          {figures.map(([label, value], i) => (
            <div key={label}>
              <dt className="text-caption text-ink-2">{label}</dt>
              <dd className={`font-semibold tabular-nums ${i === 0 ? 'text-h3 text-celadon' : ''}`}>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <SpreadPicture result={result} />
      <ul className="mt-3 divide-y divide-line">
        {result.scores.map(({ expert, total, comment, isOutlier }) => (
          <li key={expert} className="grid gap-x-4 py-2 sm:grid-cols-[8rem_6rem_1fr]">
            <span>{expert}</span>
            <span className="font-semibold tabular-nums">
              {total}
              {isOutlier && <span className="ml-2 text-caption font-medium text-amber">{m.outlier}</span>}
            </span>
            <span className="text-small text-ink-2">{comment}</span>
          </li>
        ))}
      </ul>
      <Disclosure summary={m.byCriterion}>
        <ul className="space-y-0.5">
          {result.criteria.map(({ id, mean }) => {
            const criterion = panel.sheet.document.criteria.find((each) => each.id === id);
            return (
              <li key={id} className="flex justify-between gap-4 tabular-nums">
                <span>{criterion ? text(criterion.label) : id}</span>
                <span>
                  {mean ?? m.notApplicable} / {criterion?.maxPoints}
                </span>
              </li>
            );
          })}
        </ul>
      </Disclosure>
    </li>
  );
}
