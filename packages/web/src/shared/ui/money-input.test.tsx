import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocaleProvider } from '../../messages/use-messages.tsx';
import { MoneyInput } from './money-input.tsx';

let box: HTMLDivElement;
let seen: (string | undefined)[];

function Harness({ start }: { readonly start: string | undefined }) {
  const [value, setValue] = useState(start);
  return (
    <MoneyInput
      id="m"
      label="收入"
      value={value}
      onChange={(next) => {
        seen.push(next);
        setValue(next);
      }}
    />
  );
}

const setNative = (element: HTMLInputElement | HTMLSelectElement, value: string): void =>
  act(() => {
    const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLSelectElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event(element instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }));
  });

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  seen = [];
  box = document.createElement('div');
  document.body.append(box);
});
afterEach(() => box.remove());

const show = (start: string | undefined) =>
  act(() =>
    createRoot(box).render(
      <LocaleProvider start="zh-CN">
        <Harness start={start} />
      </LocaleProvider>,
    ),
  );
const input = (): HTMLInputElement => box.querySelector('input') as HTMLInputElement;

describe('MoneyInput', () => {
  it('shows yuan in 万元 and says the amount in words', async () => {
    await show('30000000');
    expect(input().value).toBe('3000');
    expect(box.textContent).toContain('= 3,000 万元');
  });
  it('keeps what is being typed and gives exact yuan', async () => {
    await show(undefined);
    await setNative(input(), '12.');
    expect(input().value).toBe('12.');
    await setNative(input(), '12.5');
    expect(seen).toEqual(['120000', '125000']);
  });
  it('says what is wrong with text that is no number and gives no value', async () => {
    await show('10000');
    await setNative(input(), '三千');
    expect(seen).toEqual([undefined]);
    expect(input().value).toBe('三千');
    expect(input().getAttribute('aria-invalid')).toBe('true');
    expect(box.textContent).toContain('这里要填数字');
  });
  it('keeps the figure and changes the amount when the unit is switched', async () => {
    await show('30000000');
    await setNative(box.querySelector('select') as HTMLSelectElement, 'yi');
    expect(input().value).toBe('3000');
    expect(seen).toEqual(['300000000000']);
  });
});
