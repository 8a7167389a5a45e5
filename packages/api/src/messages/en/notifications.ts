/** What people are told in the web and by e-mail: one sentence a key, `notifications.<key>`. */
export const notifications: Record<string, string> = {
  'notifications.role-granted': 'You now hold the role: {role}',
  'notifications.role-revoked': 'The role “{role}” was taken from you',
  'notifications.password-changed': 'Your password was changed. If this was not you, reset it at once',
  'notifications.contact-changed':
    'Your mobile number or e-mail was changed. If this was not you, tell the security administrator',
  'notifications.second-factor-changed':
    'Your second factor was changed. If this was not you, tell the security administrator',
};
