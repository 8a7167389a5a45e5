import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Application, Deferral } from '@tidu/api/applications/contract';
import type { SchemeDocument } from '@tidu/api/schemes/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { dayOfInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { FileDrop } from '../../files/file-drop.tsx';
import { applicationPath, applicationQuery } from '../queries.ts';

interface DeferralsPartProps {
  readonly application: Application;
  readonly scheme: SchemeDocument | undefined;
}

/** Materials that were promised, with the day each is due and the place to hand it in. */
export function DeferralsPart({ application, scheme }: DeferralsPartProps) {
  const text = useText();
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {application.deferrals.map((deferral) => (
        <DeferralLine
          key={deferral.materialId}
          application={application}
          deferral={deferral}
          label={text(scheme?.materials.find(({ id }) => id === deferral.materialId)?.label) || deferral.materialId}
        />
      ))}
    </ul>
  );
}

interface DeferralLineProps {
  readonly application: Application;
  readonly deferral: Deferral;
  readonly label: string;
}

function DeferralLine({ application, deferral, label }: DeferralLineProps) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [files, setFiles] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const { materialId, dueOn, deliveredAt, isBroken } = deferral;
  const deliver = useMutation({
    mutationFn: () =>
      sendJson<Application>(
        'POST',
        `${applicationPath(application.id)}/deferrals/${encodeURIComponent(materialId)}/deliver`,
        {
          fileIds: files.map(({ id }) => id),
        },
      ),
    onSuccess: (after) => {
      show(m.deliverDone);
      client.setQueryData(applicationQuery(application.id).queryKey, after);
    },
  });
  const state = deliveredAt
    ? m.delivered(format.day(dayOfInstant(deliveredAt)))
    : isBroken
      ? m.broken
      : dueOn
        ? m.deferralDue(format.day(dueOn))
        : m.deferralWaits;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-medium">{label}</span>
        <span
          className={`text-small tabular-nums ${isBroken ? 'text-seal' : deliveredAt ? 'text-celadon' : 'text-amber'}`}
        >
          {state}
        </span>
      </p>
      {!deliveredAt && !isBroken && !application.isTerminal && (
        <div className="mt-3 space-y-3">
          <FileDrop
            firmId={application.firmId}
            id={`deliver-${materialId}`}
            onSent={(file) => setFiles((all) => [...all, file])}
          />
          {files.length > 0 && (
            <ul className="space-y-1">
              {files.map((file) => (
                <li key={file.id} className="flex flex-wrap items-center gap-x-3">
                  <span className="break-all">{file.name}</span>
                  <Button
                    size="dense"
                    look="quiet"
                    aria-label={`${m.remove} ${file.name}`}
                    onClick={() => setFiles((all) => all.filter(({ id }) => id !== file.id))}
                  >
                    {m.remove}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {deliver.isError && <Notice tone="error">{deliver.error.message}</Notice>}
          <Button
            look="primary"
            disabled={files.length === 0}
            busy={deliver.isPending}
            onClick={() => deliver.mutate()}
          >
            {m.deliver}
          </Button>
        </div>
      )}
    </li>
  );
}
