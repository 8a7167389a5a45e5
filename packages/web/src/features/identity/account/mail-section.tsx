import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { preferenceQuery } from '../queries.ts';
import { Section } from './section.tsx';

export function MailSection({ hasEmail }: { readonly hasEmail: boolean }) {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const { data } = useQuery(preferenceQuery);
  const choose = useMutation({
    mutationFn: (email: boolean) => sendJson('PUT', '/api/v1/notifications/preference', { email }),
    onSettled: () => client.invalidateQueries({ queryKey: preferenceQuery.queryKey }),
  });
  const isOn = choose.isPending ? choose.variables : (data?.email ?? true);
  return (
    <Section title={m.mailTitle}>
      <Checkbox
        id="mail-too"
        label={m.mailToo}
        checked={hasEmail && isOn}
        disabled={!hasEmail}
        onChange={choose.mutate}
      />
    </Section>
  );
}
