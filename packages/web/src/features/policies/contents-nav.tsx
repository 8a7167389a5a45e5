import { linkClass } from '../../shared/ui/link.tsx';
import { usePolicyWords } from './policy-words.tsx';

/** What is on the page, as links; beside the text where there is room. */
export function ContentsNav({ hasPrevious }: { readonly hasPrevious: boolean }) {
  const { doc, nameOf, m } = usePolicyWords();
  const entries: readonly (readonly [id: string, label: string])[] = [
    ...(doc.tiers.length > 1 ? [['ladder', m.ladder] as const] : []),
    ...doc.tiers.map((tier) => [`tier-${tier.id}`, nameOf(tier)] as const),
    ...(doc.awards.length > 0 ? [['awards', m.awards] as const] : []),
    ...(doc.pools.length > 0 ? [['pools', m.pools] as const] : []),
    ...(doc.params.length > 0 ? [['params', m.params] as const] : []),
    ...(doc.untranslatable?.length ? [['untranslatable', m.untranslatable] as const] : []),
    ...(hasPrevious ? [['changes', m.changes] as const] : []),
    ['sources', m.sources],
  ];
  return (
    <nav aria-label={m.contents} data-screen-only="" className="text-small">
      <p className="font-semibold">{m.contents}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2 lg:flex-col">
        {entries.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`} className={linkClass}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
