import type { Dates, PolicyDoc } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import type { CriterionRow } from '../model/criteria-rows.ts';
import { CriterionCells } from './criterion-cells.tsx';

interface CriteriaTableProps {
  readonly caption: string;
  readonly rows: readonly CriterionRow[];
  readonly doc: PolicyDoc;
  readonly dates: Dates;
}

/** One row a criterion. On a phone every row becomes a small card with the heads beside the figures. */
export function CriteriaTable({ caption, rows, doc, dates }: CriteriaTableProps) {
  const m = useMessages(selfCheckResultMessages);
  const { verdict, criterion, actual, threshold, margin, source } = m.column;
  const heads = [verdict, criterion, actual, threshold, margin, source];
  return (
    <table className="criteria criteria-table w-full border-collapse text-small">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.node.path} data-verdict={row.verdict}>
            <CriterionCells row={row} doc={doc} dates={dates} heads={heads} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
