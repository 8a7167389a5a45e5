import type { Id, PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { pickVersion } from '../../policy/pick-version.ts';

/**
 * The versions in force that take a fact from the result of a policy (随之变化的政策), or from one that does: its change is felt
 * there too.
 *
 * @example policiesFollowing([ladder, pools], 'nbhtz-ladder', dates).map(({ id }) => id) // ['nbhtz-three-pools']
 */
export function policiesFollowing(docs: readonly PolicyDoc[], id: Id, dates: Dates): readonly PolicyDoc[] {
  const ids = [...new Set(docs.map((doc) => doc.id))].filter((each) => each !== id);
  const inForce = ids.flatMap((each) => {
    const picked = pickVersion(docs, each, dates);
    return 'facts' in picked ? [picked] : [];
  });
  const found = new Set<Id>([id]);
  let known = 0;
  while (known < found.size) {
    known = found.size;
    for (const { id: of, facts } of inForce)
      if (facts.some(({ derive }) => derive !== undefined && found.has(derive.policy))) found.add(of);
  }
  return inForce.filter((doc) => found.has(doc.id));
}
