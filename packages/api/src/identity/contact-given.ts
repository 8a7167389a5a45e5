import { refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { type Contact, readContact } from './contact.ts';

/** The number or address of a request; refused with its place where it is neither. */
export function contactGiven(typed: string): Contact {
  const contact = readContact(typed);
  if (contact) return contact;
  throw refuseAll('invalid-contact', [
    { path: 'contact', message: message('api.detail.bad-contact'), fix: message('api.fix.contact') },
  ]);
}
