import type { PolicyDoc } from '@tidu/rules';
import type { DraftDocument } from '../contract.ts';

interface Blank {
  readonly policyId: string;
  readonly label: { readonly 'zh-CN': string; readonly en?: string | undefined };
  readonly inForceFrom: string;
  readonly applies: PolicyDoc['applies'];
  readonly pick: PolicyDoc['pick'];
}

/** The smallest text that can be read as a policy: a ladder of another zone is built up from it. */
export function blankDocument({ policyId, label, inForceFrom, applies, pick }: Blank): DraftDocument {
  const { 'zh-CN': zh, en } = label;
  return {
    schema: 1,
    id: policyId,
    version: inForceFrom,
    label: { 'zh-CN': zh, ...(en === undefined ? {} : { en }) },
    status: 'draft',
    inForce: { from: inForceFrom },
    applies,
    pick,
    facts: [
      {
        id: 'registeredOn',
        label: { 'zh-CN': '成立日期', en: 'Date of registration' },
        type: 'date',
        ifMissing: 'ask',
        move: { dir: 'time' },
        ask: {
          group: 'identity',
          question: { 'zh-CN': '您公司是哪一天登记成立的？', en: 'On which day was your company registered?' },
        },
      },
    ],
    params: [],
    tiers: [],
    awards: [],
    stacks: [],
    pools: [],
  };
}
