import { maskEmail, maskName, maskPhone } from '../identity/mask.ts';
import type { Firm } from './contract.ts';

type Contact = Firm['contacts'][number];

/** Enough to recognise a person one knows, too little to reach one does not. */
export const maskContact = ({ name, duty, phone, email }: Contact): Contact => ({
  name: maskName(name),
  ...(duty === undefined ? {} : { duty }),
  phone: maskPhone(phone),
  ...(email === undefined ? {} : { email: maskEmail(email) }),
});
