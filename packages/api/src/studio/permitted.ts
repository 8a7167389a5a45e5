import { type Actor, hasStaffRole } from '../identity/actor.ts';
import type { DraftState } from './contract.ts';
import { EDITABLE } from './draft-states.ts';
import type { StudioAction } from './drafts/contract.ts';

/** What a person may do with a draft in its state; the buttons come from it. Whether anything stands in the way is told apart. */
export function permittedActions(actor: Actor, state: DraftState, isEditor: boolean): StudioAction[] {
  const edits = hasStaffRole(actor, ['policy-editor']);
  const approves = hasStaffRole(actor, ['policy-approver']) && !isEditor;
  const isOpen = EDITABLE.includes(state);
  const when = (may: boolean, ...actions: StudioAction[]): StudioAction[] => (may ? actions : []);
  return [
    ...when(edits && isOpen, 'edit', 'set-fairness', 'set-transition'),
    ...when(edits && (state === 'draft' || state === 'approved'), 'open-consultation'),
    ...when(edits || hasStaffRole(actor, ['policy-approver']), 'comment', 'try'),
    ...when(isOpen && (edits || hasStaffRole(actor, ['policy-approver'])), 'set-legality', 'withdraw'),
    ...when(approves && isOpen && state !== 'approved', 'approve'),
    ...when(approves && isOpen, 'return'),
    ...when(approves && state === 'approved', 'publish'),
  ];
}
