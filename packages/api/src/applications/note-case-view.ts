import { logPersonalView } from '../audit/log-personal-view.ts';

type ViewAct = Parameters<typeof logPersonalView>[0];

/** Notes that an official has opened a case: what was handed in names the signer and whatever the papers say of people. */
export const noteCaseView = (act: ViewAct, applicationId: string): Promise<void> =>
  logPersonalView(act, {
    subject: { type: 'application', id: applicationId },
    fields: ['submission', 'signature', 'messages'],
  });
