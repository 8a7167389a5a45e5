import type { Material } from '@tidu/api/schemes/contract';
import type { Facts } from '@tidu/rules';

/** Whether a material is asked for: always, or where the fact it goes with was given. */
export function isAskedFor({ whenFact }: Pick<Material, 'whenFact'>, facts: Facts): boolean {
  if (whenFact === undefined) return true;
  const state = facts[whenFact];
  if (state === undefined || !('known' in state)) return false;
  return ![false, 'none', '0', ''].includes(state.known as string | boolean);
}
