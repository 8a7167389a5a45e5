import { describe, expect, it } from 'vitest';
import { emptyFields, profileProblems } from './check-filled.ts';
import { EMPTY_PROFILE, NO_CONTACT } from './profile-draft.ts';

const words = { fill: (label: string) => `请填写${label}`, phoneShape: '电话不对' };
const labels = {
  name: '名称',
  registeredOn: '日期',
  industryCode: '行业',
  registeredAddress: '地址',
  legalRepresentative: '法人',
  contact: { name: '姓名', phone: '电话' },
};
const full = {
  ...EMPTY_PROFILE,
  name: '甲',
  registeredOn: '2015-05-01',
  industryCode: '39',
  registeredAddress: '路',
  legalRepresentative: '王',
  contacts: [{ ...NO_CONTACT, name: '李', phone: '0574-87654321' }],
};

describe('what is missing in a form', () => {
  it('is told in the words of the form, field by field', () => {
    expect([...profileProblems(EMPTY_PROFILE, labels, words)]).toEqual([
      ['name', '请填写名称'],
      ['registeredOn', '请填写日期'],
      ['industryCode', '请填写行业'],
      ['registeredAddress', '请填写地址'],
      ['legalRepresentative', '请填写法人'],
      ['contacts.0.name', '请填写姓名'],
      ['contacts.0.phone', '请填写电话'],
    ]);
    expect([...profileProblems(full, labels, words)]).toEqual([]);
  });

  it.each([
    ['13812345678', 0],
    ['+86 138-1234 5678', 0],
    ['1234567', 0],
    ['123456', 1],
    ['138x', 1],
  ])('a phone %s has %i problems', (phone, count) => {
    const contacts = [{ ...NO_CONTACT, name: '李', phone }];
    expect(profileProblems({ ...full, contacts }, labels, words).size).toBe(count);
  });

  it('is nothing where only blanks stand in a field that may be empty', () => {
    expect([...emptyFields({ a: ' ', b: '' }, { a: '甲' }, words)]).toEqual([['a', '请填写甲']]);
  });
});
