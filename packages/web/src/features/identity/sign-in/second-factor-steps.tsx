import type { PreparedSecondFactor } from '@tidu/api/identity/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { useSubmit } from '../use-submit.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface SecondFactorStepsProps {
  readonly prepared: PreparedSecondFactor;
  readonly onDone: () => Promise<void>;
}

const IDS = { code: 'setup-code', kept: 'setup-kept' };

export function SecondFactorSteps({ prepared, onDone }: SecondFactorStepsProps) {
  const m = useMessages(identityMessages);
  const [isKept, setKept] = useState(false);
  const [code, setCode] = useState('');
  const form = useSubmit(
    async () => {
      await sendJson('POST', '/api/v1/session/second-factor', { kind: 'code', code });
      await onDone();
    },
    { code: IDS.code },
  );
  const keptFirst = { field: IDS.kept, message: m.keptFirst };
  return (
    <form
      noValidate
      className="max-w-2xl space-y-10"
      onSubmit={(event) => {
        if (isKept) return form.onSubmit(event);
        event.preventDefault();
        form.refuse(keptFirst);
      }}
    >
      <ErrorSummary problems={form.problems} />
      <section className="print:hidden">
        <h2 className="text-h3 font-semibold">{m.scan}</h2>
        <p className="mt-1 text-ink-2">{m.scanText}</p>
        <div className="mt-4 flex flex-wrap items-start gap-6">
          <QrCode text={prepared.uri} label={m.qr} />
          <p className="min-w-0">
            <span className="text-small text-ink-2">{m.secret}</span>
            <br />
            <code className="font-mono break-all">{prepared.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
        </div>
      </section>
      <section>
        <h2 className="text-h3 font-semibold">{m.keepCodes}</h2>
        <p className="mt-1 text-ink-2">{m.keepCodesText}</p>
        <RecoveryCodes codes={prepared.recoveryCodes} />
        <div className="mt-4 print:hidden">
          <Checkbox id={IDS.kept} label={m.kept} checked={isKept} onChange={setKept} />
        </div>
      </section>
      <section className="max-w-md print:hidden">
        <h2 className="mb-3 text-h3 font-semibold">{m.enterCode}</h2>
        <TextInput
          id={IDS.code}
          label={m.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          value={code}
          onChange={setCode}
          error={form.errorOf(IDS.code)}
        />
        <Button type="submit" look="primary" busy={form.busy} className="mt-6">
          {m.finish}
        </Button>
      </section>
    </form>
  );
}
