import { checkPoints, type ExplainNode, type Overrulable, stepOfPoints } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import type { Detail } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { wrongFiles } from '../require-files.ts';
import type { OverruleRequest } from './contract.ts';

interface Asked {
  readonly request: OverruleRequest;
  readonly firmId: string;
  readonly node: ExplainNode | undefined;
  readonly found: Overrulable | undefined;
}

/** Everything that is wrong with a wish to overrule, at once. */
export async function findFaults(db: Reader, { request, firmId, node, found }: Asked): Promise<readonly Detail[]> {
  const { reason, evidence } = request;
  return [
    ...(node ? criterionFaults(request, node, found) : [detail('path', 'no-such-criterion')]),
    ...(reason === '' ? [detail('reason', 'overrule-reason', 'say-why')] : []),
    ...(evidence.length === 0 ? [detail('evidence', 'overrule-evidence', 'choose-file')] : []),
    ...(await wrongFiles(db, firmId, evidence, 'evidence')),
  ];
}

function criterionFaults(
  request: OverruleRequest,
  node: ExplainNode,
  found: Overrulable | undefined,
): readonly Detail[] {
  if (!found) return [detail('path', 'not-overrulable')];
  const { verdict, points } = request;
  if ('indicator' in found)
    return [
      ...(verdict === undefined ? [] : [detail('verdict', 'points-instead')]),
      ...(points === undefined ? [detail('points', 'points-missing')] : pointsFaults(points, node, found)),
    ];
  return [
    ...(points === undefined ? [] : [detail('points', 'verdict-instead')]),
    ...(verdict === undefined ? [detail('verdict', 'verdict-missing')] : []),
    ...(node.verdict === verdict ? [detail('path', 'same-verdict')] : []),
  ];
}

function pointsFaults(
  text: string,
  { points }: ExplainNode,
  { indicator }: Extract<Overrulable, { indicator: object }>,
): readonly Detail[] {
  const args = { full: indicator.full, step: stepOfPoints(indicator) };
  const checked = checkPoints(indicator, text);
  if ('problem' in checked) return [detail('points', `points-${checked.problem}`, `points-${checked.problem}`, args)];
  const isSame = points?.lo === checked.points && points.hi === checked.points;
  return isSame ? [detail('points', 'same-points')] : [];
}

const detail = (path: string, what: string, fix?: string, args: Readonly<Record<string, string>> = {}): Detail => ({
  path,
  message: message(`api.detail.${what}`, args),
  ...(fix === undefined ? {} : { fix: message(`api.fix.${fix}`, args) }),
});
