import { queryOptions } from '@tanstack/react-query';
import type { Account, InvitationView, OpenSessions } from '@tidu/api/identity/accounts/contract';
import type { SignInWays } from '@tidu/api/identity/contract';
import type { DepartmentList, StaffInvitations } from '@tidu/api/identity/people/contract';
import type { NotificationPreference } from '@tidu/api/notifications/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { sendJson } from '../../shared/api/send-json.ts';

export const waysQuery = queryOptions({
  queryKey: ['session', 'ways'],
  queryFn: ({ signal }) => readJson<SignInWays>('/api/v1/session/ways', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => readJson<Account>('/api/v1/account', signal),
});

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => readJson<OpenSessions>('/api/v1/account/sessions', signal),
  staleTime: 0,
});

export const preferenceQuery = queryOptions({
  queryKey: ['notifications', 'preference'],
  queryFn: ({ signal }) => readJson<NotificationPreference>('/api/v1/notifications/preference', signal),
});

/** What a link invites to; the token travels in the body, so that no log holds it. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => sendJson<InvitationView>('POST', '/api/v1/invitations/view', { token }),
    retry: false,
  });

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => readJson<DepartmentList>('/api/v1/departments', signal),
});

export const staffInvitationsQuery = queryOptions({
  queryKey: ['people', 'invitations'],
  queryFn: ({ signal }) => readJson<StaffInvitations>('/api/v1/staff-invitations', signal),
});
