import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';

const PAGES = [
  ['profile', '/my/firm/$firmId'],
  ['facts', '/my/firm/$firmId/facts'],
  ['files', '/my/firm/$firmId/files'],
  ['members', '/my/firm/$firmId/members'],
  ['account', '/my/firm/$firmId/account'],
] as const;
export type FirmTab = (typeof PAGES)[number][0];

const LOOK =
  'inline-flex min-h-11 items-center border-b-2 border-transparent px-1 whitespace-nowrap text-ink-2 no-underline hover:text-celadon aria-[current=page]:border-celadon aria-[current=page]:font-medium aria-[current=page]:text-ink';

/** From one page of a firm to the others. */
export function FirmNav({ firmId }: { readonly firmId: string }) {
  const m = useMessages(firmsMessages);
  return (
    <nav aria-label={m.nav} className="mt-6 flex gap-x-6 overflow-x-auto border-b border-line">
      {PAGES.map(([tab, to]) => (
        <Link key={tab} to={to} params={{ firmId }} className={LOOK}>
          {m.tab[tab]}
        </Link>
      ))}
    </nav>
  );
}
