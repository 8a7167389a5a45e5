import type { Session } from '@tidu/api/identity/contract';
import { describe, expect, it } from 'vitest';
import { headerLinksFor, landingFor, linksFor } from './role-links.ts';

type Role = Session['staff'][number]['role'];
const staff = (...roles: Role[]): Session => ({
  userId: 'u',
  name: '李工',
  kind: 'staff',
  step: 'complete',
  staff: roles.map((role) => ({ role })),
  firms: [],
});
const firm: Session = { ...staff(), kind: 'firm' };

describe('the pages a person has work on', () => {
  it.each<[Session, readonly string[], string]>([
    [firm, ['/my/firm', '/my/applications'], '/my/firm'],
    [staff(), ['/calendar'], '/account'],
    [staff('system-administrator'), ['/people', '/calendar'], '/people'],
    [staff('security-administrator'), ['/people', '/audit', '/calendar'], '/people'],
    [staff('auditor'), ['/desk', '/allocations', '/payments', '/people', '/audit', '/calendar'], '/desk'],
    [staff('finance-preparer'), ['/payments', '/desk', '/allocations', '/calendar'], '/payments'],
    [staff('finance-releaser'), ['/payments', '/desk', '/allocations', '/calendar'], '/payments'],
    [staff('intake-clerk'), ['/desk', '/panels', '/calendar'], '/desk'],
    [
      staff('policy-editor'),
      ['/studio', '/desk/schemes', '/desk/sheets', '/desk/letter-texts', '/calendar'],
      '/studio',
    ],
    [staff('panel-expert'), ['/panels', '/calendar'], '/panels'],
  ])('%o', (session, links, landing) => {
    expect(linksFor(session).map(({ to }) => to)).toEqual(links);
    expect(landingFor(session)).toBe(landing);
  });
});

describe('what the header has room for', () => {
  it.each<[Session, readonly string[]]>([
    [firm, ['/my/firm', '/my/applications']],
    [staff(), []],
    [staff('intake-clerk'), ['/desk', '/panels']],
    [staff('decision-maker'), ['/desk', '/allocations']],
    [staff('finance-releaser'), ['/payments', '/desk']],
    [staff('policy-editor'), ['/studio', '/desk/schemes']],
    [staff('auditor'), ['/desk', '/allocations']],
  ])('%o', (session, links) => {
    expect(headerLinksFor(session).map(({ to }) => to)).toEqual(links);
  });
});
