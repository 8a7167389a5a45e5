import type { ReactNode } from 'react';

/** Small line icons on a 20-unit grid, in the text's colour. They never carry meaning alone, so they are hidden. */
const icon = (paths: ReactNode) =>
  function Icon({ className = 'size-[1.15em]' }: { readonly className?: string }) {
    return (
      <svg
        viewBox="0 0 20 20"
        className={`inline-block shrink-0 ${className}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {paths}
      </svg>
    );
  };

export const CheckIcon = icon(<path d="m4.5 10.5 3.6 3.6 7.4-8" />);
export const CrossIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);
export const QuestionIcon = icon(
  <>
    <path d="M7.2 7.4a2.9 2.9 0 1 1 4.3 2.5c-.9.5-1.5 1.1-1.5 2.1" />
    <path d="M10 15.2v.1" strokeWidth="2.2" />
  </>,
);
export const PersonIcon = icon(
  <>
    <circle cx="10" cy="6.6" r="3" />
    <path d="M4.2 16.6c.5-3.3 2.8-5 5.8-5s5.3 1.7 5.8 5" />
  </>,
);
export const DashIcon = icon(<path d="M5 10h10" />);
export const NearIcon = icon(<path d="M3.5 15.5h5v-4.5h4v-4.5h4m-3-2.5 3.2 2.5-3.2 2.5" />);
export const ChevronIcon = icon(<path d="m6 8 4 4 4-4" />);
export const ArrowIcon = icon(<path d="M4 10h12m-4.5-4.5L16 10l-4.5 4.5" />);
export const ExternalIcon = icon(<path d="M8 4.5H4.5v11h11V12M11.5 4.5h4v4m0-4-6.5 6.5" />);
export const InfoIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.2v4.3" />
    <path d="M10 6.5v.1" strokeWidth="2" />
  </>,
);
export const WarnIcon = icon(
  <>
    <path d="M10 3.5 17 16H3z" />
    <path d="M10 8.5v3.3" />
    <path d="M10 13.9v.1" strokeWidth="2" />
  </>,
);
export const LockIcon = icon(
  <>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
  </>,
);
export const SunIcon = icon(
  <>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 2.8v1.7m0 11v1.7M2.8 10h1.7m11 0h1.7M4.9 4.9l1.2 1.2m7.8 7.8 1.2 1.2m0-10.2-1.2 1.2M6.1 13.9l-1.2 1.2" />
  </>,
);
export const MoonIcon = icon(<path d="M16 12.2A6.5 6.5 0 0 1 7.8 4a6.5 6.5 0 1 0 8.2 8.2z" />);
export const ScreenIcon = icon(
  <>
    <rect x="3" y="4" width="14" height="9.5" rx="1.5" />
    <path d="M7.5 16.5h5" />
  </>,
);
export const FlagIcon = icon(<path d="M5.5 17V3.5h8.5l-2.3 3.2L14 10H5.5" />);
export const BellIcon = icon(
  <>
    <path d="M5 14.5c1-1 1.2-2.2 1.2-4.8a3.8 3.8 0 0 1 7.6 0c0 2.6.2 3.8 1.2 4.8z" />
    <path d="M8.6 16.8a1.6 1.6 0 0 0 2.8 0" />
  </>,
);
const EYE = 'M2.5 10c1.8-3.2 4.4-4.8 7.5-4.8s5.7 1.6 7.5 4.8c-1.8 3.2-4.4 4.8-7.5 4.8S4.3 13.2 2.5 10z';
export const EyeIcon = icon(
  <>
    <path d={EYE} />
    <circle cx="10" cy="10" r="2.2" />
  </>,
);
export const EyeOffIcon = icon(
  <>
    <path d={EYE} />
    <circle cx="10" cy="10" r="2.2" />
    <path d="m4 16 12-12" />
  </>,
);
