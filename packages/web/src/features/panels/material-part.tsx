import type { CaseMaterial } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { linkClass } from '../../shared/ui/link.tsx';
import { panelPath } from './queries.ts';

/** The application as it was handed in, section by section; where the panel is blind without the firm. */
export function MaterialPart({ panelId, material }: { readonly panelId: string; readonly material: CaseMaterial }) {
  const m = useMessages(panelsMessages);
  return (
    <section className="min-w-0 space-y-8" aria-label={m.material}>
      <Rows rows={material.lead} />
      {material.sections.map(({ title, text, rows }) => (
        <div key={title}>
          <h2 className="mb-2 text-h3">{title}</h2>
          {text && <p className="mb-2 max-w-prose whitespace-pre-line">{text}</p>}
          {rows.length > 0 && <Rows rows={rows} />}
        </div>
      ))}
      <div>
        <h2 className="mb-2 text-h3">{m.files}</h2>
        {material.isBlind && <p className="text-ink-2">{m.noFiles}</p>}
        <ul className="space-y-1">
          {material.files.map(({ id, name, material: what }) => (
            <li key={id}>
              <a
                className={linkClass}
                href={`${panelPath(panelId)}/cases/${material.applicationId}/files/${id}`}
                download={name}
              >
                {name}
              </a>
              <span className="ml-2 text-small text-ink-2">{what}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Rows({ rows }: { readonly rows: CaseMaterial['lead'] }) {
  return (
    <dl className="divide-y divide-line rounded-2 border border-line bg-surface">
      {rows.map(({ name, value, note }) => (
        <div key={`${name} ${value}`} className="grid gap-x-6 px-4 py-2.5 sm:grid-cols-[14rem_1fr]">
          <dt className="text-small text-ink-2">{name}</dt>
          <dd className="tabular-nums">
            {value || '—'}
            {note && <span className="ml-2 text-caption text-ink-3">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
