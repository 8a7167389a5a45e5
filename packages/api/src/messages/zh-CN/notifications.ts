/** What people are told in the web and by e-mail: one sentence a key, `notifications.<key>`. */
export const notifications: Record<string, string> = {
  'notifications.role-granted': '您已获授角色：{role}',
  'notifications.role-revoked': '您的角色“{role}”已被收回',
  'notifications.password-changed': '您的密码已更改。若不是您本人操作，请立即重设密码',
  'notifications.contact-changed': '您的手机号或邮箱已更改。若不是您本人操作，请联系安全管理员',
  'notifications.second-factor-changed': '您的第二重验证已变更。若不是您本人操作，请联系安全管理员',
};
