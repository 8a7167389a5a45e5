import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { sessionsQuery } from '../queries.ts';
import { SessionList } from '../session-list.tsx';
import { Section } from './section.tsx';

/** Where one is signed in; any of them can be signed out from here. */
export function SessionsSection() {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const { data, isPending } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (id: string) => sendJson('DELETE', `/api/v1/account/sessions${id === '' ? '' : `/${id}`}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
  });
  const others = data?.sessions.filter(({ current }) => !current) ?? [];
  return (
    <Section title={m.sessions}>
      {isPending && <Skeleton lines={3} />}
      {end.error && <Notice tone="error">{end.error.message}</Notice>}
      {data && (
        <SessionList
          sessions={data.sessions}
          action={({ id, current }) =>
            !current && (
              <Button size="dense" onClick={() => end.mutate(id)}>
                {m.end}
              </Button>
            )
          }
        />
      )}
      {others.length > 1 && (
        <Button className="mt-4" busy={end.isPending} onClick={() => end.mutate('')}>
          {m.endOthers}
        </Button>
      )}
    </Section>
  );
}
