/** What a one-time code or link is for; one made for one purpose opens no other. */
export const SECRET_PURPOSES = [
  'verify-contact',
  'change-contact',
  'reset-password',
  'invitation',
  'set-up',
  'used-code',
] as const;
export type SecretPurpose = (typeof SECRET_PURPOSES)[number];
