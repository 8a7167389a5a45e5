import type { ReactNode } from 'react';

/** Small signs of the list actions, drawn so that no font is needed. */
const icon = (paths: ReactNode) =>
  function PlaceIcon() {
    return (
      <svg
        viewBox="0 0 20 20"
        className="size-4"
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

export const UpIcon = icon(<path d="M10 16V4m-5 5 5-5 5 5" />);
export const DownIcon = icon(<path d="M10 4v12m-5-5 5 5 5-5" />);
export const CopyIcon = icon(
  <>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.5" />
    <path d="M13 4.5A1.5 1.5 0 0 0 11.5 3.5h-7A1.5 1.5 0 0 0 3 5v7a1.5 1.5 0 0 0 1.5 1.5" />
  </>,
);
export const RemoveIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);
