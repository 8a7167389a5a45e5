import type { ReactNode } from 'react';
import { templateMessages } from '../../messages/template-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

interface Version {
  readonly version: number;
  readonly status: string;
}

interface VersionedRowProps {
  readonly link: ReactNode;
  readonly about: string;
  readonly versions: readonly Version[];
  readonly current: Version | undefined;
}

/** One text or sheet of a list: what it is, the version in use, and how many newer ones wait to be put into use. */
export function VersionedRow({ link, about, versions, current }: VersionedRowProps) {
  const m = useMessages(templateMessages);
  const waiting = versions.filter(({ status, version }) => status === 'draft' && version > (current?.version ?? -1));
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4">
      <div>
        {link}
        <p className="mt-1 text-small text-ink-2">{about}</p>
      </div>
      <p className="text-small text-ink-2">
        {current && m.versionName(current.version)}
        {waiting.length > 0 && <span className="ml-3 text-amber">{m.waiting(waiting.length)}</span>}
      </p>
    </li>
  );
}
