import type { OpenSession } from '@tidu/api/identity/accounts/contract';
import type { ReactNode } from 'react';
import { identityMessages } from '../../messages/identity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';

interface SessionListProps {
  readonly sessions: readonly OpenSession[];
  readonly action?: (session: OpenSession) => ReactNode;
}

export function SessionList({ sessions, action }: SessionListProps) {
  const m = useMessages(identityMessages);
  const instant = useInstant();
  return (
    <ul>
      {sessions.map((each) => (
        <li
          key={each.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">
              {deviceOf(each.device) ?? m.unknownDevice}
              {each.current && <span className="ml-2 text-small font-normal text-celadon">{m.thisDevice}</span>}
            </p>
            <p className="text-small text-ink-2 tabular-nums">
              {m.lastSeen(instant(each.lastSeenAt))} · {m.since(instant(each.startedAt))}
              {each.address && ` · ${each.address}`}
            </p>
          </div>
          {action?.(each)}
        </li>
      ))}
    </ul>
  );
}

const BROWSERS = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/(HeadlessChrome|Chrome)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** Browser and system in two words; what a browser says of itself is too long to read. */
function deviceOf(userAgent: string | null): string | undefined {
  const first = (list: readonly (readonly [RegExp, string])[]) => list.find(([is]) => is.test(userAgent ?? ''))?.[1];
  const parts = [first(BROWSERS), first(SYSTEMS)].filter((each) => each !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
