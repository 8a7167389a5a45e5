import { type Band, type Expr, type Unit, unitOf } from '@tidu/rules';
import type { ReactNode } from 'react';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { DataTable } from '../../shared/ui/table.tsx';
import { usePolicyWords } from './policy-words.tsx';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/** The two ends of a band in signs: `≥ 25%` and, from the row above, `< 30%`. */
function bandEnds(rows: readonly Band[], i: number, write: (value: string) => string): readonly string[] {
  const [row, above] = [rows[i], rows[i - 1]];
  const ends: string[] = [];
  if (row?.ge !== undefined) ends.push(`≥ ${write(row.ge)}`);
  if (row?.gt !== undefined) ends.push(`> ${write(row.gt)}`);
  if (above?.ge !== undefined) ends.push(`< ${write(above.ge)}`);
  if (above?.gt !== undefined) ends.push(`≤ ${write(above.gt)}`);
  return ends;
}

/** Bands as rows: from where to where, and what it gives. */
export function BandTable({
  rows,
  of,
  unit,
  caption,
}: {
  readonly rows: readonly Band[];
  readonly of: Expr;
  readonly unit: Unit;
  readonly caption: string;
}) {
  const { doc, format, text, m } = usePolicyWords();
  const input: Unit = unitOf(of, doc) ?? 'none';
  const lines = rows.map((row, i) => ({ row, i }));
  const named = rows.some((row) => row.label);
  return (
    <DataTable
      dense
      caption={caption}
      hideCaption
      rows={lines}
      rowId={({ i }) => String(i)}
      columns={[
        {
          id: 'when',
          head: m.when,
          rowHead: true,
          cell: ({ i }) => (
            <span className="whitespace-nowrap">
              {bandEnds(rows, i, (v) => format.measured(v, input)).join(`，${m.below('')}`) || m.otherwise}
            </span>
          ),
        },
        ...(named
          ? [
              {
                id: 'band',
                wideOnly: true,
                head: m.band,
                cell: ({ row }: (typeof lines)[number]): ReactNode => (
                  <span className="text-ink-2">{text(row.label)}</span>
                ),
              },
            ]
          : []),
        {
          id: 'out',
          head: unit === 'points' ? m.points : m.gives,
          align: 'right',
          cell: ({ row }) => (
            <>
              <span className="font-medium whitespace-nowrap">{format.measured(row.out, unit)}</span>
              <BasisMark cites={row.cite} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Conditions as rows, each with what it gives. */
export function RuleTable({ node, caption }: { readonly node: Of<'table'>; readonly caption: string }) {
  const { format, say, text, m } = usePolicyWords();
  const lines = [
    ...node.rows.map((row) => ({ when: text(row.label) || say(row.when), out: row.out, cite: row.cite })),
    { when: m.otherwise, out: node.otherwise, cite: undefined },
  ];
  return (
    <DataTable
      dense
      caption={caption}
      hideCaption
      rows={lines}
      rowId={(_, i) => String(i)}
      columns={[
        { id: 'when', head: m.when, rowHead: true, cell: (row) => row.when },
        {
          id: 'out',
          head: node.unit === 'points' ? m.points : m.gives,
          align: 'right',
          cell: (row) => (
            <>
              <span className="font-medium whitespace-nowrap">{format.measured(row.out, node.unit)}</span>
              <BasisMark cites={row.cite} />
            </>
          ),
        },
      ]}
    />
  );
}
