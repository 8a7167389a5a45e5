import { auditActionMessages } from '../../messages/audit-action-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

interface ActionWords {
  /** `application.submit` → 签署并提交; a code that has no words stays as it is. */
  readonly action: (code: string) => string;
  readonly subject: (type: string) => string;
  readonly actions: Readonly<Record<string, string>>;
  readonly subjects: Readonly<Record<string, string>>;
}

export function useActionWords(): ActionWords {
  const { actions, subjects }: Readonly<Record<'actions' | 'subjects', Readonly<Record<string, string>>>> =
    useMessages(auditActionMessages);
  return { action: (code) => actions[code] ?? code, subject: (type) => subjects[type] ?? type, actions, subjects };
}
