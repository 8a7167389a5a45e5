import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { ChevronIcon } from '../../../shared/ui/icons.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useFindings } from '../checks/use-findings.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { type OutlineItem, outlineBelow, SECTIONS } from '../model/outline.ts';
import { nameOfPart } from '../model/part-names.ts';
import { isJson } from '../model/shape-of.ts';
import { useKindWords } from './kind-words.ts';

/** The structure from the whole policy down to every node; what is open is marked, what has findings too. */
export function OutlineTree({ at }: { readonly at: string }) {
  const m = useMessages(studioMessages);
  const { doc } = useDraftDesk();
  const words = useKindWords();
  return (
    <ul>
      <li>
        <Row path="" at={at} label={m.policyHead} depth={0} />
      </li>
      {SECTIONS.map(({ key, kind }) => {
        const list = (doc as unknown as Readonly<Record<string, unknown>>)[key];
        const items = (Array.isArray(list) ? list : []).flatMap((object, i): readonly OutlineItem[] =>
          isJson(object) ? [{ path: `${key}.${i}`, kind, object }] : [],
        );
        return (
          <Branch
            key={key}
            path={key}
            at={at}
            label={words.field('policy', undefined, key)}
            count={items.length}
            depth={0}
            items={() => items}
            isStrong
          />
        );
      })}
    </ul>
  );
}

interface BranchProps {
  readonly path: string;
  readonly at: string;
  readonly label: string;
  readonly depth: number;
  readonly items: () => readonly OutlineItem[];
  readonly count: number;
  readonly isStrong?: boolean;
}

const isWithin = (at: string, path: string): boolean => at === path || at.startsWith(`${path}.`);

function Branch({ path, at, label, depth, items, count, isStrong }: BranchProps) {
  const m = useMessages(studioMessages);
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (isWithin(at, path) || path === 'tiers');
  return (
    <li>
      <Row
        path={path}
        at={at}
        label={label}
        depth={depth}
        isStrong={isStrong ?? false}
        count={isStrong ? count : undefined}
      >
        {count > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={m.toggle(label)}
            onClick={() => setChosen(!open)}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-1 text-ink-3 hover:bg-sunken"
          >
            <ChevronIcon className={`size-4 ${open ? '' : '-rotate-90'}`} />
          </button>
        )}
      </Row>
      {open && count > 0 && (
        <ul>
          {items().map((item) => (
            <Item key={item.path} item={item} at={at} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Item({ item, at, depth }: { readonly item: OutlineItem; readonly at: string; readonly depth: number }) {
  const { locale } = useLocale();
  const { doc } = useDraftDesk();
  const words = useKindWords();
  const below = outlineBelow(item);
  const name = nameOfPart(doc, item.object, locale) || words.kind(item.kind);
  return <Branch path={item.path} at={at} label={name} depth={depth} count={below.length} items={() => below} />;
}

interface RowProps {
  readonly path: string;
  readonly at: string;
  readonly label: string;
  readonly depth: number;
  readonly isStrong?: boolean;
  readonly count?: number | undefined;
  readonly children?: React.ReactNode;
}

function Row({ path, at, label, depth, isStrong, count, children }: RowProps) {
  const { draft } = useDraftDesk();
  const { findings } = useFindings();
  const isHere = at === path;
  const own = path === '' ? undefined : findings.find((found) => isWithin(found.path, path) && found.level !== 'hint');
  return (
    <div
      className={`flex min-h-8 items-center gap-1 pr-2 text-small ${isHere ? 'bg-celadon-soft shadow-[inset_3px_0_0_var(--celadon)]' : 'hover:bg-celadon-wash'}`}
      style={{ paddingLeft: `${0.5 + depth * 0.875}rem` }}
    >
      {children ?? <span className="size-6 shrink-0" />}
      <Link
        to="/studio/drafts/$draftId"
        params={{ draftId: draft.id }}
        search={path === '' ? { tab: 'structure' } : { tab: 'structure', at: path }}
        resetScroll={false}
        aria-current={isHere ? 'true' : undefined}
        title={label}
        className={`min-w-0 flex-1 truncate py-1 text-ink no-underline hover:text-celadon ${isStrong ? 'font-semibold' : ''}`}
      >
        {label}
        {count !== undefined && <span className="ml-1.5 text-caption font-normal text-ink-3">{count}</span>}
      </Link>
      {own && (
        <span
          aria-hidden="true"
          className={`size-2 shrink-0 rounded-full ${own.level === 'error' ? 'bg-seal' : 'bg-amber-glaze'}`}
        />
      )}
    </div>
  );
}
