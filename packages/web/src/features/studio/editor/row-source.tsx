import type { Cite } from '@tidu/rules';
import { BasisButton } from '../figures/basis-button.tsx';

/** The source of one row, behind its basis word. */
export function RowSource({
  path,
  value,
  name,
}: {
  readonly path: string;
  readonly value: unknown;
  readonly name: string;
}) {
  const cites = Array.isArray(value) ? (value as readonly Cite[]) : [];
  return (
    <BasisButton
      figure={{ path, key: 'cite', value: '', unit: 'none', isWhole: false, cites, citePath: path }}
      name={name}
    />
  );
}
