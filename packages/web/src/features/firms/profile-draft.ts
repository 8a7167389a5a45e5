import type { Contact, Firm, FirmRegistration } from '@tidu/api/firms/contract';
import type { Draft } from '../self-check/model/draft.ts';

/** The profile as it stands in the form: plain texts, empty where nothing is given. */
export interface ProfileDraft {
  readonly name: string;
  readonly registeredOn: string;
  readonly industryCode: string;
  readonly industryNote: string;
  readonly parkId: string;
  readonly registeredAddress: string;
  readonly legalRepresentative: string;
  readonly contacts: readonly ContactDraft[];
}

export interface ContactDraft {
  readonly name: string;
  readonly duty: string;
  readonly phone: string;
  readonly email: string;
}

export const NO_CONTACT: ContactDraft = { name: '', duty: '', phone: '', email: '' };

export const EMPTY_PROFILE: ProfileDraft = {
  name: '',
  registeredOn: '',
  industryCode: '',
  industryNote: '',
  parkId: '',
  registeredAddress: '',
  legalRepresentative: '',
  contacts: [NO_CONTACT],
};

/** What a new profile begins with: the person who fills it in, and what the self-check on the device knows. */
export function startingProfile(name: string, selfCheck: Pick<Draft, 'facts'> | undefined): ProfileDraft {
  const day = selfCheck?.facts.registeredOn;
  const registeredOn = day && 'known' in day && typeof day.known === 'string' ? day.known : '';
  return { ...EMPTY_PROFILE, registeredOn, contacts: [{ ...NO_CONTACT, name }] };
}

export const draftOf = (firm: Firm): ProfileDraft => ({
  name: firm.name,
  registeredOn: firm.registeredOn,
  industryCode: firm.industryCode,
  industryNote: firm.industryNote ?? '',
  parkId: firm.parkId ?? '',
  registeredAddress: firm.registeredAddress,
  legalRepresentative: firm.legalRepresentative,
  contacts: firm.contacts.map((each) => ({ ...NO_CONTACT, ...each })),
});

/** The draft as the API takes it; what is left empty is left out. */
export function profileOf(draft: ProfileDraft): Omit<FirmRegistration, 'creditCode'> {
  const { industryNote, parkId, contacts, ...rest } = draft;
  return {
    ...rest,
    ...(industryNote.trim() === '' ? {} : { industryNote }),
    ...(parkId === '' ? {} : { parkId }),
    contacts: contacts.map(contactOf),
  };
}

const contactOf = ({ name, duty, phone, email }: ContactDraft): Contact => ({
  name,
  phone,
  ...(duty.trim() === '' ? {} : { duty }),
  ...(email.trim() === '' ? {} : { email }),
});

/** Only what was changed; what was emptied is null. */
export function changesOf(before: ProfileDraft, after: ProfileDraft): Record<string, unknown> {
  const whole: Record<string, unknown> = { industryNote: null, parkId: null, ...profileOf(after) };
  return Object.fromEntries(
    Object.entries(whole).filter(([field]) => {
      const name = field as keyof ProfileDraft;
      return JSON.stringify(before[name]) !== JSON.stringify(after[name]);
    }),
  );
}

/** Id of the field that a place in the request belongs to. */
export const profileField = (path: string): string => `firm-${path.replaceAll('.', '-')}`;
