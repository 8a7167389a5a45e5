import { AccountArea } from '../features/session/account-area.tsx';
import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { Link } from '../shared/ui/link.tsx';
import { LocaleSwitch } from '../shared/ui/locale-switch.tsx';
import { LogoMark } from '../shared/ui/logo.tsx';
import { ThemeSwitch } from '../shared/ui/theme-switch.tsx';

const NAV =
  'inline-flex min-h-11 items-center border-b-2 border-transparent px-1 text-ink-2 whitespace-nowrap no-underline hover:text-celadon aria-[current=page]:border-celadon aria-[current=page]:text-ink aria-[current=page]:font-medium';

const WITH_BELOW = { exact: false };

export function SiteHeader() {
  const m = useMessages(shellMessages);
  return (
    <header data-screen-only="" className="border-b border-line bg-surface">
      <div className="page-width flex flex-wrap items-center gap-x-8">
        <Link to="/" className="flex min-h-14 items-center gap-2.5 no-underline" aria-label={m.home}>
          <LogoMark className="size-8" />
          <span aria-hidden="true" className="text-h3 leading-none font-semibold text-ink">
            {m.name}
          </span>
        </Link>
        <div className="order-2 ml-auto flex items-center lg:order-3">
          <LocaleSwitch />
          <ThemeSwitch />
          <AccountArea />
        </div>
        <nav aria-label={m.mainNav} className="order-3 -mb-px flex w-full gap-x-6 overflow-x-auto lg:order-2 lg:w-auto">
          <Link to="/self-check" activeOptions={WITH_BELOW} className={NAV}>
            {m.selfCheck}
          </Link>
          <Link to="/schemes" activeOptions={WITH_BELOW} className={NAV}>
            {m.schemes}
          </Link>
          <Link to="/policies" activeOptions={WITH_BELOW} className={NAV}>
            {m.policies}
          </Link>
          <Link to="/publicity" activeOptions={WITH_BELOW} className={NAV}>
            {m.publicity}
          </Link>
          <a href="/docs" className={NAV}>
            {m.apiDocs}
          </a>
        </nav>
      </div>
    </header>
  );
}
