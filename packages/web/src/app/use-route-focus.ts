import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { useAnnouncer } from '../shared/ui/live-region.tsx';

/** After a change of page the focus goes to its heading and the page is announced, as a full load would do it. */
export function useRouteFocus(): void {
  const router = useRouter();
  const m = useMessages(shellMessages);
  const { say } = useAnnouncer();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const heading = document.querySelector<HTMLElement>('#main h1');
        (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
        if (heading?.textContent) say(m.went(heading.textContent));
      }),
    [router, m, say],
  );
}
