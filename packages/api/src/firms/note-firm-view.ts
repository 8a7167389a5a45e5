import { logPersonalView } from '../audit/log-personal-view.ts';

type ViewAct = Parameters<typeof logPersonalView>[0];

/** Notes that an official has opened a firm's record; contacts are masked in it and have a note of their own. */
export const noteFirmView = (act: ViewAct, firmId: string): Promise<void> =>
  logPersonalView(act, { subject: { type: 'firm', id: firmId }, fields: ['legalRepresentative', 'figures'] });
