import { describe, expect, test } from 'vitest';
import { addressFor, isPlaceholder, readContact } from './contact.ts';
import { maskContact, maskName } from './mask.ts';

describe('a contact as it is typed', () => {
  test.each([
    ['13800138000', 'phone', '13800138000'],
    [' 138 0013 8000 ', 'phone', '13800138000'],
    ['+86 138-0013-8000', 'phone', '13800138000'],
    ['008613800138000', 'phone', '13800138000'],
    ['１３８００１３８０００', 'phone', '13800138000'],
    ['Wang.Min+a@Sub.Example.CN', 'email', 'wang.min+a@sub.example.cn'],
  ])('%s is the %s %s', (typed, kind, value) => {
    expect(readContact(typed)).toEqual({ kind, value });
  });

  test.each([
    ['', '12800138000', '1380013800', '138001380000', 'wang', 'wang@', '@x.cn', 'wang@x', 'a b@x.cn', 'wang@-x.cn'],
    ['王敏@x.cn\nBcc: a@b.cn', `${'a'.repeat(65)}@x.cn`, '13800138000@phone.invalid'],
  ])('neither a number nor an address: %j', (...typed) => {
    for (const each of typed) expect([each, readContact(each)]).toEqual([each, undefined]);
  });

  test('a number has an address that can never receive mail, for the sign-in library alone', () => {
    const address = addressFor({ kind: 'phone', value: '13800138000' });
    expect([isPlaceholder(address), address.endsWith('.invalid')]).toEqual([true, true]);
    expect(isPlaceholder('wang@example.cn')).toBe(false);
  });
});

test.each([
  ['13800138000', '138****8000'],
  ['wangmin@example.cn', 'wa***@example.cn'],
  ['w@example.cn', 'w***@example.cn'],
  ['12345', '*****'],
])('%s is shown as %s', (contact, masked) => expect(maskContact(contact)).toBe(masked));

test.each([
  ['王敏', '王*'],
  ['欧阳小明', '欧***'],
  ['王', '王*'],
])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));
