/** A dense select of the editor. */
export const SELECT =
  'min-h-9 w-full max-w-md rounded-2 border border-line-strong bg-raised px-2 text-small hover:border-ink-2 disabled:border-dashed disabled:bg-sunken';
