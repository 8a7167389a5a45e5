import { Outlet } from '@tanstack/react-router';
import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { useRouteFocus } from './use-route-focus.ts';

const MAIN = 'main';

/** The frame of every page: skip link, header, main, footer. */
export function Layout() {
  const m = useMessages(shellMessages);
  useRouteFocus();
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href={`#${MAIN}`}
        className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-2 focus:bg-celadon focus:px-4 focus:py-2 focus:text-on-celadon"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(MAIN)?.focus();
        }}
      >
        {m.skip}
      </a>
      <SiteHeader />
      {/* As high as the screen from the start: the footer does not jump when the page arrives. */}
      <main id={MAIN} tabIndex={-1} className="min-h-screen flex-1 focus:outline-none print:min-h-0">
        <Outlet />
      </main>
      <SiteFooter />
    </div>
  );
}
