import type { Opening } from './contract.ts';
import type { SchemeDocument } from './scheme.ts';

/** Whether one can apply on a day (申报窗口). */
export function openingOn(
  status: 'draft' | 'published' | 'closed',
  window: SchemeDocument['window'],
  today: string,
): Opening {
  if (status !== 'published') return { isOpen: false, why: 'closed' };
  if (window.kind === 'all-year') return { isOpen: true, why: 'all-year' };
  const { opensOn, closesOn } = window;
  const why = today < opensOn ? 'before' : today > closesOn ? 'after' : 'within';
  return { isOpen: why === 'within', why, opensOn, closesOn };
}
