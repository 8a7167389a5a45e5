import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account } from '@tidu/api/identity/accounts/contract';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { ChoiceGroup } from '../../../shared/ui/choice-group.tsx';
import { accountQuery, preferenceQuery } from '../queries.ts';
import { Section } from './section.tsx';

export function MailSection({ account }: { readonly account: Account }) {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const { data } = useQuery(preferenceQuery);
  const choose = useMutation({
    mutationFn: (email: boolean) => sendJson('PUT', '/api/v1/notifications/preference', { email }),
    onSettled: () => client.invalidateQueries({ queryKey: preferenceQuery.queryKey }),
  });
  const language = useMutation({
    mutationFn: (chosen: string) => sendJson('PUT', '/api/v1/account/language', { language: chosen }),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery.queryKey, exact: true }),
  });
  const hasEmail = account.email !== null;
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
      {!hasEmail && <p className="mt-1 text-small text-ink-2">{m.mailNeedsAddress}</p>}
      <div className="mt-6">
        <ChoiceGroup
          id="mail-language"
          label={m.mailLanguage}
          hint={m.mailLanguageHint}
          value={language.isPending ? language.variables : account.language}
          onChange={language.mutate}
          choices={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </Section>
  );
}
