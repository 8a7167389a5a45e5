import { useQueryClient } from '@tanstack/react-query';
import type { Department } from '@tidu/api/identity/people/contract';
import { useId, useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { departmentsQuery } from '../queries.ts';
import { useSubmit } from '../use-submit.ts';

interface DepartmentDialogProps {
  readonly department: Department | 'new';
  readonly onClose: () => void;
}

const IDS = { label: 'department-label', labelEn: 'department-label-en', position: 'department-position' };

export function DepartmentDialog({ department, onClose }: DepartmentDialogProps) {
  const m = useMessages(identityMessages);
  const formId = useId();
  const client = useQueryClient();
  const known = department === 'new' ? undefined : department;
  const [label, setLabel] = useState(known?.label ?? '');
  const [labelEn, setLabelEn] = useState(known?.labelEn ?? '');
  const [position, setPosition] = useState(String(known?.position ?? 100));
  const form = useSubmit(async () => {
    const body = { label, labelEn, position: Number(position) };
    if (known) await sendJson('PUT', `/api/v1/departments/${known.id}`, body);
    else await sendJson('POST', '/api/v1/departments', body);
    await client.invalidateQueries({ queryKey: departmentsQuery.queryKey });
    onClose();
  }, IDS);
  return (
    <Dialog
      open
      onClose={onClose}
      title={known ? m.change : m.addDepartment}
      actions={
        <Button type="submit" form={formId} look="primary" busy={form.busy}>
          {m.save}
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit} className="space-y-4">
        <ErrorSummary problems={form.problems} />
        <TextInput
          id={IDS.label}
          label={m.label}
          maxLength={40}
          value={label}
          onChange={setLabel}
          error={form.errorOf(IDS.label)}
        />
        <TextInput
          id={IDS.labelEn}
          label={m.labelEn}
          maxLength={80}
          value={labelEn}
          onChange={setLabelEn}
          error={form.errorOf(IDS.labelEn)}
        />
        <TextInput
          id={IDS.position}
          label={m.position}
          inputMode="numeric"
          maxLength={5}
          value={position}
          onChange={setPosition}
          error={form.errorOf(IDS.position)}
        />
      </form>
    </Dialog>
  );
}
