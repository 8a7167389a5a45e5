import { useMutation } from '@tanstack/react-query';
import type { ChainReport } from '@tidu/api/audit/contract';
import { auditMessages } from '../../messages/audit-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

/** Verifies the digest chain on the server and says where it first does not hold. */
export function VerifyChain() {
  const m = useMessages(auditMessages);
  const verify = useMutation({ mutationFn: () => readJson<ChainReport>('/api/v1/audit/verification') });
  const { data, error } = verify;
  const problem = data?.problem;
  return (
    <div className="space-y-3">
      <Button busy={verify.isPending} onClick={() => verify.mutate()}>
        {verify.isPending ? m.verifying : m.verify}
      </Button>
      <div aria-live="polite">
        {error && <Notice tone="error">{error.message}</Notice>}
        {data && !problem && (
          <Notice tone="good" title={m.holds(String(data.entries))}>
            <p className="text-small text-ink-2">{m.head}</p>
            <code className="text-caption break-all">{data.head}</code>
          </Notice>
        )}
        {data && problem && (
          <Notice tone="error" title={m.broken(String(problem.seq), m.kinds[problem.kind])}>
            {m.before(String(data.entries))}
          </Notice>
        )}
      </div>
    </div>
  );
}
