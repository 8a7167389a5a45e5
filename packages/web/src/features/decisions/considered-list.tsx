import { useText } from '../../messages/use-messages.tsx';

interface ConsideredListProps {
  readonly overrides: readonly {
    readonly path: string;
    readonly text: { 'zh-CN': string; en: string };
    readonly by?: string;
  }[];
  /** Words for who it was; left out for the firm. */
  readonly by?: (who: string) => string;
}

/** What persons decided otherwise than it was computed: both values and the reason, in words. */
export function ConsideredList({ overrides, by }: ConsideredListProps) {
  const text = useText();
  return (
    <ul className="space-y-2">
      {overrides.map((each) => (
        <li key={each.path} className="border-l-4 border-amber-glaze pl-3">
          {text(each.text)}
          {by && each.by && <span className="ml-2 text-small text-ink-2">{by(each.by)}</span>}
        </li>
      ))}
    </ul>
  );
}
