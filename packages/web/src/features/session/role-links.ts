import type { Session } from '@tidu/api/identity/contract';

type Role = Session['staff'][number]['role'];
type Word =
  | 'firm'
  | 'applications'
  | 'desk'
  | 'panels'
  | 'allocations'
  | 'payments'
  | 'studio'
  | 'schemes'
  | 'sheets'
  | 'letterTexts'
  | 'publicity'
  | 'calendar'
  | 'people'
  | 'audit';

interface RoleLink {
  readonly word: Word;
  readonly to: string;
  /** Who has work there; the server decides who may. */
  readonly roles?: readonly Role[];
}

const FIRM: readonly RoleLink[] = [
  { word: 'firm', to: '/my/firm' },
  { word: 'applications', to: '/my/applications' },
];
const CASE: readonly Role[] = [
  'intake-clerk',
  'department-reviewer',
  'decision-maker',
  'finance-preparer',
  'finance-releaser',
];
const FINANCE: readonly Role[] = ['finance-preparer', 'finance-releaser'];
const STAFF: readonly RoleLink[] = [
  { word: 'payments', to: '/payments', roles: FINANCE },
  { word: 'desk', to: '/desk', roles: [...CASE, 'auditor'] },
  {
    word: 'allocations',
    to: '/allocations',
    roles: ['decision-maker', 'finance-preparer', 'finance-releaser', 'auditor'],
  },
  { word: 'panels', to: '/panels', roles: ['panel-expert', 'intake-clerk', 'decision-maker'] },
  { word: 'payments', to: '/payments', roles: ['auditor'] },
  { word: 'studio', to: '/studio', roles: ['policy-editor', 'policy-approver'] },
  { word: 'schemes', to: '/desk/schemes', roles: ['policy-editor', 'policy-approver'] },
  { word: 'sheets', to: '/desk/sheets', roles: ['policy-editor', 'policy-approver'] },
  { word: 'letterTexts', to: '/desk/letter-texts', roles: ['policy-editor', 'policy-approver', 'decision-maker'] },
  { word: 'people', to: '/people', roles: ['system-administrator', 'security-administrator', 'auditor'] },
  { word: 'audit', to: '/audit', roles: ['auditor', 'security-administrator'] },
  { word: 'calendar', to: '/calendar' },
];

/** The pages a person has work on, the most used first. */
export function linksFor({ kind, staff }: Session): readonly RoleLink[] {
  if (kind === 'firm') return FIRM;
  return STAFF.filter(({ roles }) => roles === undefined || staff.some(({ role }) => roles.includes(role)));
}

const IN_HEADER = 2;

/** The few of them that the header has room for; the calendar is everyone's, and nobody's work. */
export const headerLinksFor = (session: Session): readonly RoleLink[] =>
  linksFor(session)
    .filter(({ word }) => word !== 'calendar')
    .slice(0, IN_HEADER);

/** Where a person goes after signing in without having been on the way elsewhere. */
export function landingFor(session: Session): string {
  const [first] = linksFor(session);
  return first === undefined || first.word === 'calendar' ? '/account' : first.to;
}
