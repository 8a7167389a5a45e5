import type { FactDef } from '@tidu/rules';
import { useState } from 'react';
import { useLocale } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ChevronIcon } from '../../../shared/ui/icons.tsx';
import { blank, replaced, wrapped } from '../model/blank.ts';
import type { Sort } from '../model/field-spec.ts';
import { join } from '../model/json-path.ts';
import { nameOfPart, tellRule } from '../model/part-names.ts';
import { isJson, type Json, kindOf, shapeOf } from '../model/shape-of.ts';
import { unitOps } from '../model/unit-follow.ts';
import { fieldsOfList } from '../model/walk-fields.ts';
import { Labelled } from './field-label.tsx';
import { type FieldProps, fieldId, useField } from './field-props.ts';
import { KindPicker } from './kind-picker.tsx';
import { NodeFields } from './node-fields.tsx';
import { PlaceActions } from './place-actions.tsx';

export function NodeField(props: FieldProps<'node'>) {
  const { value, spec, path, listFields, depth, kind, owner, field } = props;
  const { label, doc } = useField(props);
  const inside = kind === 'exists' && field === 'where' ? fieldsOfList(doc as unknown as Json, owner.list) : listFields;
  return (
    <Labelled label={label} of={props}>
      <NodeSlot path={path} node={value} sort={spec.sort} listFields={inside} depth={depth} />
    </Labelled>
  );
}

export function NodesField(props: FieldProps<'nodes'>) {
  const { value, spec, path, listFields, depth } = props;
  const { label, m, doc, edit, words, disabled } = useField(props);
  const [picks, setPicks] = useState(false);
  const [added, setAdded] = useState<number>();
  const list = Array.isArray(value) ? value : [];
  return (
    <Labelled label={label} of={props}>
      {list.length === 0 && <p className="mb-1 text-small text-ink-3">{m.noneYet}</p>}
      <ol className="space-y-2">
        {list.map((node, i) => (
          <li key={join(path, i)}>
            <NodeSlot
              path={join(path, i)}
              node={node}
              sort={spec.sort}
              listFields={listFields}
              depth={depth}
              isMember
              isNew={i === added}
            />
          </li>
        ))}
      </ol>
      {!disabled && (
        <Button size="dense" className="mt-2" onClick={() => setPicks(true)}>
          {m.addOne}
        </Button>
      )}
      {picks && (
        <KindPicker
          sort={spec.sort}
          title={label}
          onClose={() => setPicks(false)}
          onPick={(kind) => {
            setPicks(false);
            setAdded(list.length);
            edit(
              [{ op: 'add', path: join(path, list.length), value: blank(kind, doc, listFields) }],
              m.summary.add(words.kind(kind)),
            );
          }}
        />
      )}
    </Labelled>
  );
}

const PLAIN: ReadonlySet<string> = new Set(['lit', 'fact', 'param']);

interface NodeSlotProps {
  readonly path: string;
  readonly node: unknown;
  readonly sort: Sort;
  readonly listFields: readonly FactDef[];
  readonly depth: number;
  readonly isMember?: boolean;
  /** Just added: it is open, whatever its depth. */
  readonly isNew?: boolean;
}

/** A node in its place: its sentence, its fields, and the ways to change what it is. */
export function NodeSlot({ path, node, sort, listFields, depth, isMember, isNew }: NodeSlotProps) {
  const kind = kindOf(node);
  const { m, doc, edit, words, disabled } = useField({ field: '', path, kind, group: undefined, listFields });
  const { locale } = useLocale();
  const [open, setOpen] = useState(isNew || depth < 2);
  const [picks, setPicks] = useState<'replace' | 'wrap'>();
  if (!isJson(node) || !shapeOf(kind)) return <p className="text-small text-seal">{m.unreadable}</p>;
  const told = tellRule(doc, node, locale);
  const name = nameOfPart(doc, node, locale) || words.kind(kind);
  const isPlain = PLAIN.has(kind);
  const acts = !disabled && (
    <span className="ml-auto flex items-center">
      <Button size="dense" look="quiet" onClick={() => setPicks('replace')}>
        {m.changeKind}
      </Button>
      <Button size="dense" look="quiet" onClick={() => setPicks('wrap')}>
        {m.wrap}
      </Button>
      {isMember && <PlaceActions path={path} name={name} />}
    </span>
  );
  const chip = <span className="shrink-0 rounded-1 bg-sunken px-1.5 text-caption text-ink-2">{words.kind(kind)}</span>;
  return (
    <div id={fieldId(path)} className={`rounded-2 border border-line ${depth % 2 === 0 ? 'bg-surface' : 'bg-raised'}`}>
      {isPlain ? (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-3 py-2">
          <NodeFields kind={kind} object={node} path={path} listFields={listFields} depth={depth + 1} inline />
          {acts}
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-x-2 px-2 py-1">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex min-h-8 min-w-0 flex-1 basis-56 items-center gap-1.5 text-left text-small"
          >
            <ChevronIcon className={`size-4 shrink-0 text-ink-3 ${open ? '' : '-rotate-90'}`} />
            {chip}
            <span className={open ? 'line-clamp-2 min-w-0 text-ink-2' : 'min-w-0 truncate'}>{told || name}</span>
          </button>
          {acts}
        </div>
      )}
      {open && !isPlain && (
        <div className="border-t border-line px-3 py-3">
          <NodeFields kind={kind} object={node} path={path} listFields={listFields} depth={depth + 1} />
        </div>
      )}
      {picks && (
        <KindPicker
          sort={sort}
          title={name}
          only={picks === 'wrap' ? (each) => wrapped(node, each, doc, listFields) !== undefined : undefined}
          onClose={() => setPicks(undefined)}
          onPick={(next) => {
            const made =
              picks === 'wrap' ? wrapped(node, next, doc, listFields) : replaced(node, next, doc, listFields);
            setPicks(undefined);
            setOpen(true);
            if (!made) return;
            const ops = [{ op: 'replace' as const, path, value: made }];
            edit([...ops, ...unitOps(doc, ops, path, listFields)], m.summary.kind(words.kind(next)));
          }}
        />
      )}
    </div>
  );
}
