import { useEffect } from 'react';
import type { DraftDesk } from './use-draft.tsx';

/** Typing that is not yet a change is taken back by the browser itself. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  /^(input|textarea|select)$/i.test(target.tagName) &&
  target.dataset.settled === undefined;

/** Ctrl+Z takes the last change back, Ctrl+Y or Ctrl+Shift+Z makes it again, Ctrl+S saves at once. */
export function useUndoKeys({ keeper, view, mayEdit }: DraftDesk): void {
  const { canUndo, canRedo } = view;
  useEffect(() => {
    if (!mayEdit) return;
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        void keeper.flush();
        return;
      }
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (!way || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (way === 'undo' ? canUndo : canRedo) void keeper.step(way);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keeper, mayEdit, canUndo, canRedo]);
}
