import { type ReactNode, useEffect, useRef } from 'react';

/** A cell of the rows officials work in all day; a column that is not on every screen says so in its class. */
export const DENSE_CELL = 'h-9 px-2.5 text-small';
const HEAD = `${DENSE_CELL} py-1 text-left font-medium whitespace-nowrap text-ink-2`;

/** The head of a column and what hides or aligns it, e.g. `hidden lg:table-cell`. */
type Column = readonly [label: string, className?: string];

interface DenseTableProps {
  readonly caption: string;
  /** Said of the column of check boxes, which shows no words. */
  readonly select: string;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}

/** Dense rows with a check box in front. */
export function DenseTable({ caption, select, columns, children }: DenseTableProps) {
  return (
    <div className="overflow-x-auto rounded-2 border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className={HEAD}>
              <span className="sr-only">{select}</span>
            </th>
            {columns.map(([label, className = '']) => (
              <th key={label} scope="col" className={`${HEAD} ${className}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface DenseRowProps {
  /** The keys of the keyboard have come to this row: its link takes the focus. */
  readonly isHere: boolean;
  readonly children: ReactNode;
}

export function DenseRow({ isHere, children }: DenseRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isHere) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    row.current?.querySelector('a')?.focus({ preventScroll: true });
  }, [isHere]);
  return (
    <tr
      ref={row}
      aria-current={isHere || undefined}
      className={`border-b border-line last:border-0 hover:bg-celadon-wash ${
        isHere ? 'bg-celadon-wash shadow-[inset_3px_0_0_var(--celadon)]' : ''
      }`}
    >
      {children}
    </tr>
  );
}

interface RowCheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

export const RowCheck = ({ label, checked, onChange }: RowCheckProps) => (
  <input
    type="checkbox"
    className="size-4 align-middle accent-[var(--celadon)]"
    aria-label={label}
    checked={checked}
    onChange={onChange}
  />
);
