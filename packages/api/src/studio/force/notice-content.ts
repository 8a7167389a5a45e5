import type { PolicyNoticeView } from '../consultations/contract.ts';

/** What everyone may read of a publication, as it is kept. */
export type NoticeContent = Omit<PolicyNoticeView, 'id' | 'policyId' | 'inForceFrom' | 'publishedOn'>;
