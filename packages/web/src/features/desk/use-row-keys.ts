import { type RefObject, useEffect } from 'react';

interface RowKeys {
  readonly count: number;
  readonly at: number;
  readonly onMove: (to: number) => void;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox') &&
  (target.isContentEditable || /^(input|select|textarea|dialog)$/i.test(target.tagName) || !!target.closest('dialog'));

/** The keys of the queue, out of the way of anyone who types: j, k and arrows move, Enter opens, x selects, / searches. */
export function useRowKeys({ count, at, onMove, onOpen, onSelect, searchBox }: RowKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null;
      const acts: Readonly<Record<string, () => void>> = {
        j: () => onMove(Math.min(count - 1, at + 1)),
        ArrowDown: () => onMove(Math.min(count - 1, at + 1)),
        k: () => onMove(Math.max(0, at - 1)),
        ArrowUp: () => onMove(Math.max(0, at - 1)),
        x: onSelect,
        '/': () => searchBox.current?.focus(),
        ...(isOnControl ? {} : { Enter: onOpen }),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [count, at, onMove, onOpen, onSelect, searchBox]);
}
