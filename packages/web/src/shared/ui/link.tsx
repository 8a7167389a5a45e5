import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { type ButtonLook, type ButtonSize, buttonClass } from './button.tsx';
import { ExternalIcon } from './icons.tsx';

/** Classes of a link in running text. */
export const linkClass =
  'text-celadon underline decoration-celadon-glaze decoration-1 underline-offset-4 hover:text-celadon-strong hover:decoration-2';

const Anchor = createLink((props: ComponentProps<'a'>) => <a {...props} />);

/**
 * A link to another page of Tidu; `to`, `params`, `search` are checked against the routes. The link to the page now open
 * carries `aria-current`; `activeOptions={{ exact: false }}` also marks it on the pages below.
 */
export const Link: LinkComponent<'a'> = (props) => (
  <Anchor className={linkClass} activeProps={{}} activeOptions={{ exact: true, includeHash: false }} {...props} />
);

type ButtonAnchorProps = ComponentProps<'a'> & { readonly look?: ButtonLook; readonly size?: ButtonSize };

/** A link to another page that looks like a button. */
export const ButtonLink = createLink(({ look, size, className, ...rest }: ButtonAnchorProps) => (
  <a className={buttonClass(look, size)} {...rest} />
));

/** A link that leaves Tidu, opened beside it so that nothing filled in is lost. */
export function ExternalLink({ className = linkClass, children, ...rest }: ComponentProps<'a'>) {
  const m = useMessages(uiMessages);
  return (
    <a className={className} target="_blank" rel="noreferrer" {...rest}>
      {children}
      <ExternalIcon className="ml-1 size-[0.9em] align-[-0.05em]" />
      <span className="sr-only">{m.newWindow}</span>
    </a>
  );
}
