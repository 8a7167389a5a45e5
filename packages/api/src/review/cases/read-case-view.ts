import type { Decision, Facts } from '@tidu/rules';
import { labelOf } from '../../applications/describe-case.ts';
import { isAskedFor } from '../../applications/drafts/find-missing.ts';
import { guardView, type Surroundings } from '../../applications/guard-view.ts';
import type { ApplicationRow } from '../../applications/queries.ts';
import { listSubmissions } from '../../applications/read-case.ts';
import { STATES } from '../../applications/states.ts';
import { readSurroundings } from '../../applications/surroundings.ts';
import { permittedEvents } from '../../applications/transition.ts';
import { readCalendar } from '../../calendar/queries.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { listFindings } from '../../duplicates/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { listDepartments } from '../../identity/people/queries.ts';
import { CASE_ROLES } from '../../identity/roles.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import { longestDeferral } from '../../schemes/longest-deferral.ts';
import type { StoredScheme } from '../../schemes/queries.ts';
import { createDaysLeft } from '../desk/days-left.ts';
import { describeCases } from '../desk/describe-cases.ts';
import { findDeskCase } from '../desk/queries.ts';
import { departmentsOf } from '../may-open.ts';
import { isOverrulableIn } from '../overrides/require-reviewer.ts';
import type { CaseView } from './contract.ts';
import { describeOverrides } from './describe-overrides.ts';
import { readRecord, timelineOf } from './describe-record.ts';
import { describeTasks } from './describe-tasks.ts';
import { readResult } from './read-result.ts';

interface Reading {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
}

/** A whole case for an official: the result beside its evidence and its source, and everything that was said and done. */
export async function readCaseView(
  db: Reader,
  row: ApplicationRow,
  { actor, now, locale }: Reading,
): Promise<CaseView> {
  const today = dayInChina(now);
  const calendar = await readCalendar(db);
  const [deskCase, around, submissions] = [
    await findDeskCase(db, row.id),
    await readSurroundings(db, row, today),
    await listSubmissions(db, row.id),
  ];
  const [submission] = submissions;
  if (!deskCase || !submission) throw new ApiError(404, 'not-found');
  const [described] = await describeCases(db, [deskCase], { today, calendar });
  if (!described) throw new ApiError(404, 'not-found');
  const { document } = around.scheme;
  const leftOf = createDaysLeft(today, calendar);
  const tasks = await describeTasks(db, row, actor);
  return {
    case: described,
    firmId: row.firmId,
    version: row.version,
    scheme: await schemePart(db, around.scheme, JSON.parse(submission.facts) as Facts),
    claimedTiers: document.tiers,
    ...(await readResult(db, row, submission, document, { actor, locale })),
    earlier: submissions.slice(1).map((each) => ({
      id: each.id,
      round: each.round,
      submittedAt: each.submittedAt,
      receiptNumber: each.receiptNumber,
      best: (JSON.parse(each.decision) as Decision).best ?? null,
    })),
    overrides: await describeOverrides(db, row),
    findings: await listFindings(db, row.id),
    tasks,
    ...(await readRecord(db, row.id, (dueOn) => leftOf(row.state, dueOn), today)),
    timeline: timelineOf(around.events),
    permitted: permittedFor(row, around, { actor, now, locale }),
    ...rightsOf(row, actor, tasks),
  };
}

async function schemePart(
  db: Reader,
  { id, revision, document }: StoredScheme,
  facts: Facts,
): Promise<CaseView['scheme']> {
  const labels = new Map((await listDepartments(db)).map((each) => [each.id, each]));
  return {
    id,
    revision,
    label: document.label,
    materials: document.materials.map((material) => ({
      id: material.id,
      label: material.label,
      kind: material.kind,
      required: material.required,
      isAsked: isAskedFor(material, facts),
    })),
    departments: document.departments.map(({ id: department, question }) => ({
      id: department,
      label: {
        'zh-CN': labels.get(department)?.label ?? department,
        en: labels.get(department)?.labelEn ?? department,
      },
      question,
    })),
    silence: document.silence,
    limits: document.limits,
    longestDeferral: longestDeferral(document),
    ifLate: document.ifLate,
    usesPanel: document.panel?.isUsed ?? false,
    ranks: document.ranks,
  };
}

const permittedFor = (
  row: ApplicationRow,
  around: Surroundings,
  { actor, now, locale }: Reading,
): CaseView['permitted'] =>
  permittedEvents(row.state, row.firmId, guardView(row, around, { actor, now, requestId: '' })).map(
    ({ event, permitted, blockedBy }) => ({
      event,
      label: labelOf(event),
      permitted,
      blockedBy: blockedBy.map((key) => ({ key, message: say(message(`api.guard.${key}`), locale) })),
    }),
  );

/** What the person may do beside the events of the lifecycle. */
function rightsOf(
  { state }: ApplicationRow,
  actor: Actor,
  tasks: CaseView['tasks'],
): Pick<CaseView, 'may' | 'mayOverrule'> {
  const isReviewer = tasks.some(({ department }) => departmentsOf(actor).includes(department));
  const isClerk = hasStaffRole(actor, ['intake-clerk']);
  const works = hasStaffRole(actor, CASE_ROLES) && !STATES[state].terminal;
  return {
    mayOverrule: isReviewer && isOverrulableIn(state),
    may: {
      assign: works,
      write: works,
      verify: works && (isReviewer || isClerk),
      answerFindings: works && (isReviewer || isClerk),
      reopenTasks: state === 'in-review' && (isReviewer || isClerk),
    },
  };
}
