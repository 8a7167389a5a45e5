import type { Cite, Pred } from '@tidu/rules';
import type { ReactNode } from 'react';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { PredTree } from './pred-tree.tsx';

interface ClauseProps {
  readonly id: string;
  readonly label?: Readonly<Record<string, string>> | undefined;
  readonly cite?: readonly Cite[] | undefined;
  readonly when: Pred;
  readonly mark?: ReactNode;
}

/** One condition: its name, the rule in words, and where it is written. */
export function Clause({ id, label, cite, when, mark }: ClauseProps) {
  const { nameOf } = usePolicyWords();
  return (
    <>
      <div className="font-medium">
        {nameOf({ id, ...(label ? { label } : {}) })}
        {mark}
        <BasisMark cites={cite} />
      </div>
      <div className="text-small text-ink-2">
        <PredTree pred={when} inner />
      </div>
    </>
  );
}
