import type { DraftContent } from '@tidu/api/applications/drafts/contract';
import type { Material } from '@tidu/api/schemes/contract';
import type { Facts } from '@tidu/rules';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { isAskedFor } from '../asked-for.ts';
import { MaterialRow } from './material-row.tsx';
import type { PartProps } from './what-part.tsx';

/** The checklist of materials, each with its files or the promise to hand it in later. */
export function MaterialsPart({
  draft,
  content,
  onChange,
  errorOf,
  files,
  onFile,
  firmId,
  facts,
}: PartProps & { readonly firmId: string; readonly facts: Facts }) {
  const m = useMessages(applicationsMessages);
  const put = (id: string, change: (fileIds: readonly string[]) => readonly string[]): void =>
    onChange((now) => {
      const fileIds = [...change(now.materials[id] ?? [])];
      const deferrals = fileIds.length > 0 ? now.deferrals.filter((each) => each !== id) : now.deferrals;
      return { materials: { ...now.materials, [id]: fileIds }, deferrals };
    });
  const shown = draft.scheme.materials.filter(
    (each) => isAskedFor(each, facts) || (content.materials[each.id] ?? []).length > 0,
  );
  return (
    <div>
      <p className="max-w-prose text-ink-2">{m.materialsLead}</p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {shown.map((material) => (
          <MaterialRow
            key={material.id}
            firmId={firmId}
            material={material}
            files={(content.materials[material.id] ?? []).map(
              (id) => files.find((file) => file.id === id) ?? { id, name: id, state: 'clean' as const },
            )}
            isPromised={content.deferrals.includes(material.id)}
            deferralDays={draft.scheme.limits.deferral}
            mayDefer={draft.mayDefer}
            mayEdit={draft.editable === undefined || draft.editable.includes(`material:${material.id}`)}
            error={errorOf(`materials.${material.id}`)}
            onAdd={(file) => {
              onFile(file);
              put(material.id, (ids) => [...new Set([...ids, file.id])]);
            }}
            onRemove={(id) => put(material.id, (ids) => ids.filter((each) => each !== id))}
            onPromise={(on) => onChange((now) => ({ deferrals: promised(now, material, on) }))}
          />
        ))}
      </ul>
    </div>
  );
}

const promised = ({ deferrals }: DraftContent, { id }: Material, on: boolean): string[] =>
  on ? [...new Set([...deferrals, id])] : deferrals.filter((each) => each !== id);
