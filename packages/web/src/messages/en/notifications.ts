/** The notices of a person. */
export const notifications = {
  title: 'Notifications',
  lead: 'What concerns you, the newest first.',
  none: 'No notifications yet',
  noneText: 'When there is news of your applications, tasks or account, it is told here.',
  unread: (n: string) => `${n} unread`,
  allRead: 'Mark all as read',
  isNew: 'Unread',
  more: 'Show earlier ones',
  failed: 'The notifications could not be read. Please try again',
  retry: 'Try again',
};
