import type { PathToForce } from '@tidu/api/studio/force/contract';

/** Whether everything is done but the approval (等待审批人批准); what was sent back waits for its editors. */
export const onlyAwaitsApproval = ({ state, hash, blockers, approvals: [last] }: PathToForce): boolean =>
  ['draft', 'in-consultation'].includes(state) &&
  blockers.every(({ stage }) => stage === 'publish') &&
  !(last?.decision === 'return' && last.hash === hash);
