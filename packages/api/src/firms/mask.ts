import type { Firm } from './contract.ts';

type Contact = Firm['contacts'][number];

/** Enough to recognise a person one knows, too little to reach one does not. */
export const maskContact = ({ name, duty, phone, email }: Contact): Contact => ({
  name: maskName(name),
  ...(duty === undefined ? {} : { duty }),
  phone: maskMiddle(phone, 3, 2),
  ...(email === undefined ? {} : { email: maskEmail(email) }),
});

const maskName = (name: string): string => `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`;

export function maskMiddle(text: string, head: number, tail: number): string {
  const characters = [...text];
  if (characters.length <= head + tail) return '*'.repeat(characters.length);
  const hidden = characters.length - head - tail;
  return `${characters.slice(0, head).join('')}${'*'.repeat(hidden)}${characters.slice(-tail).join('')}`;
}

const maskEmail = (email: string): string => {
  const [person = '', place = ''] = email.split('@');
  return `${person.slice(0, 1)}***@${place}`;
};
