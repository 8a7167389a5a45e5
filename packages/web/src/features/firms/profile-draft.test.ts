import type { Firm } from '@tidu/api/firms/contract';
import { describe, expect, it } from 'vitest';
import { changesOf, draftOf, EMPTY_PROFILE, NO_CONTACT, profileOf } from './profile-draft.ts';

const firm = {
  name: '甲',
  registeredOn: '2015-05-01',
  industryCode: '39',
  registeredAddress: '路',
  legalRepresentative: '王',
  contacts: [{ name: '李', phone: '13812345678' }],
} as unknown as Firm;

describe('the profile in the form', () => {
  it('goes out without what was left empty', () => {
    expect(profileOf(draftOf(firm))).toEqual({
      name: '甲',
      registeredOn: '2015-05-01',
      industryCode: '39',
      registeredAddress: '路',
      legalRepresentative: '王',
      contacts: [{ name: '李', phone: '13812345678' }],
    });
    expect(profileOf(EMPTY_PROFILE).contacts).toEqual([{ name: '', phone: '' }]);
  });

  it('sends only what changed; what was emptied is null', () => {
    const before = { ...draftOf(firm), industryNote: '靶材', parkId: 'core' };
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, name: '乙' })).toEqual({ name: '乙' });
    expect(changesOf(before, { ...before, industryNote: ' ', parkId: '' })).toEqual({
      industryNote: null,
      parkId: null,
    });
    const contacts = [...before.contacts, { ...NO_CONTACT, name: '周', phone: '0574-1234567' }];
    expect(changesOf(before, { ...before, contacts })).toMatchObject({ contacts: [{ name: '李' }, { name: '周' }] });
  });
});
