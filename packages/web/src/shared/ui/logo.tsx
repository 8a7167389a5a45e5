/** The mark: three terraces of celadon, and the next one still to be climbed. */
export function LogoMark({ className = 'size-8' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d="M3 28v-6.5h7V28z" fill="var(--celadon)" />
      <path d="M10.7 28V15.5h7V28z" fill="var(--celadon-glaze)" />
      <path d="M18.4 28V9.5h7V28z" fill="var(--celadon-mid)" />
      <path
        d="M22 8.5v-5h7V28h-2.6"
        fill="none"
        stroke="var(--amber-glaze)"
        strokeWidth="1.3"
        strokeDasharray="2.2 1.7"
      />
    </svg>
  );
}
