import { useMutation, useQueryClient } from '@tanstack/react-query';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { PublishVersion } from '../../../shared/ui/publish-version.tsx';
import { sheetsPath, sheetsQuery } from './queries.ts';

/** Puts a version into use for the panels that are set up from now on. */
export function PublishSheet({ id, version }: { readonly id: string; readonly version: number }) {
  const m = useMessages(templateMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const what = m.versionName(version);
  const publish = useMutation({
    mutationFn: () => sendJson('POST', `${sheetsPath}/${encodeURIComponent(id)}/${version}/publish`),
    onSuccess: () => show(m.publishDone(what)),
    onSettled: () => client.invalidateQueries(sheetsQuery),
  });
  return <PublishVersion what={what} lead={m.publishSheetLead} publish={publish} />;
}
