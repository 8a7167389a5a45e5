import type { IsoDate } from '@tidu/rules';
import { lastDayOf } from './applicable.ts';
import type { PolicySummary, PolicyVersion } from './contract.ts';
import type { StoredVersion } from './queries.ts';

/** The list of policies as people see it: the latest version names the policy, `current` are those in force on the day. */
export function summarizePolicies(versions: readonly StoredVersion[], today: IsoDate): PolicySummary[] {
  const ids = [...new Set(versions.map(({ doc }) => doc.id))];
  return ids.map((id) => {
    const all = versions.filter(({ doc }) => doc.id === id);
    const latest = all.find(({ doc }) => doc.status === 'published') ?? all[0];
    const summary = latest?.doc.summary;
    return {
      id,
      label: latest?.doc.label ?? { 'zh-CN': id },
      ...(summary ? { summary } : {}),
      versions: all.map((version) => summarizeVersion(version, today)),
    };
  });
}

function summarizeVersion(version: StoredVersion, today: IsoDate): PolicyVersion {
  const { doc, hash, parks } = version;
  const { from } = doc.inForce;
  const to = lastDayOf(version);
  return {
    inForceFrom: from,
    ...(to === undefined ? {} : { inForceTo: to }),
    version: doc.version,
    status: doc.status,
    label: doc.label ?? { 'zh-CN': doc.id },
    hash,
    ...(parks ? { parks: [...parks] } : {}),
    current: doc.status === 'published' && from <= today && (to === undefined || today <= to),
  };
}
