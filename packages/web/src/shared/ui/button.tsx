import type { ComponentProps } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'large' | 'normal' | 'dense';

const LOOK: Record<ButtonLook, string> = {
  primary: 'bg-celadon text-on-celadon border-transparent hover:bg-celadon-strong',
  secondary: 'bg-raised text-ink border-line-strong hover:border-celadon hover:text-celadon',
  quiet: 'bg-transparent text-celadon border-transparent hover:bg-celadon-soft hover:text-celadon-strong',
  danger: 'bg-seal text-on-seal border-transparent hover:brightness-95',
};
const SIZE: Record<ButtonSize, string> = {
  large: 'min-h-14 px-7 text-lead',
  normal: 'min-h-11 px-5 text-body',
  dense: 'min-h-9 px-3 text-small',
};

/** Classes of a button, for a router link that should look like one. */
export const buttonClass = (look: ButtonLook = 'secondary', size: ButtonSize = 'normal'): string =>
  `inline-flex items-center justify-center gap-2 rounded-2 border font-medium leading-tight no-underline transition-colors duration-[var(--quick)] ${LOOK[look]} ${SIZE[size]} disabled:cursor-not-allowed disabled:border-dashed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-3 aria-busy:cursor-progress`;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  /** Work is under way: announced, and a second click does nothing. */
  readonly busy?: boolean;
}

export function Button({ look, size, busy, className = '', type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      className={`${buttonClass(look, size)} ${className}`}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
