import { useSession } from '../../session/use-session.ts';

/** What the person signed in may do here; the server decides again. */
export interface Permits {
  readonly userId: string | undefined;
  readonly invite: boolean;
  readonly departments: boolean;
  readonly roles: boolean;
}

export function usePermits(): Permits {
  const { session } = useSession();
  const holds = (wanted: string): boolean => session?.staff.some(({ role }) => role === wanted) ?? false;
  const isSystem = holds('system-administrator');
  return {
    userId: session?.userId,
    invite: isSystem,
    departments: isSystem,
    roles: holds('security-administrator'),
  };
}
