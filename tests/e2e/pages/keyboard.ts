import type { Page } from 'playwright-core';
import type { Answer, Firm } from '../firms.ts';
import { typedFigure } from './typed-figure.ts';

/** Where the focus stands, as far as a person at the keyboard needs to know. */
interface Focus {
  readonly id: string;
  readonly kind: string;
  /** Question and year it belongs to. */
  readonly fact: string;
  readonly year: string;
  readonly values: readonly string[];
  readonly text: string;
  readonly isSubmit: boolean;
  readonly isClosed: boolean;
}

const MOST_STOPS = 400;

/** A firm filled in without a mouse: Tab from field to field, arrows, Space and Enter. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** From wherever the focus stands through all steps to the full result; returns the stops made. */
  async fill(firm: Firm): Promise<number> {
    let done = new Set<string>();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.page.keyboard.press('Tab');
      const focus = await this.focus();
      if (focus.isSubmit) {
        const before = this.page.url();
        await this.page.keyboard.press('Enter');
        await this.page.waitForURL((url) => url.href !== before);
        if (this.page.url().includes('/result')) return stop;
        await this.page.waitForFunction(() => document.activeElement?.id === 'step-title');
        done = new Set();
      } else if (focus.fact !== '') await this.#answer(focus, firm.answers[focus.fact], done);
      // Folded questions are opened on the way past them.
      else if (focus.isClosed) await this.page.keyboard.press('Enter');
    }
    throw new Error('Tab never came to the end of the form');
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const el = document.activeElement as HTMLInputElement;
      const question = el.closest<HTMLElement>('[data-question]');
      const details = el.closest('details');
      const radios = el.type === 'radio' ? document.querySelectorAll<HTMLInputElement>(`input[name="${el.name}"]`) : [];
      const options = el instanceof HTMLSelectElement ? el.options : [];
      const [, year = ''] = /-(\d{4})$/.exec(el.id) ?? [];
      return {
        id: el.id,
        kind: el.tagName === 'INPUT' ? el.type : el.tagName,
        fact: question?.dataset.question ?? '',
        year,
        values: [...radios, ...options].map((each) => each.value),
        text: el.textContent ?? '',
        isSubmit: el.matches('main form button[type="submit"]'),
        isClosed: el.tagName === 'SUMMARY' && !details?.open && details?.querySelector('[data-question]') !== null,
      };
    });
  }

  async #answer({ kind, fact, year, values, id }: Focus, answer: Answer | undefined, done: Set<string>): Promise<void> {
    if (answer === undefined || Array.isArray(answer) || done.has(`${fact} ${kind} ${year}`)) return;
    done.add(`${fact} ${kind} ${year}`);
    const { keyboard } = this.page;
    const open = typeof answer === 'object' && answer !== null && 'state' in answer ? answer.state : undefined;
    if (kind === 'checkbox') {
      const isUnknownBox = id.endsWith('-unknown');
      if ((open === 'unknown' && isUnknownBox) || (open === 'notApplicable' && !isUnknownBox && id === ''))
        await keyboard.press('Space');
      return;
    }
    if (kind === 'radio') return this.#pick(values, open ? (values.at(-1) ?? '') : wordOf(answer));
    if (open !== undefined) return;
    if (kind === 'SELECT') return this.#arrowDown(values.indexOf(String(answer)));
    if (kind === 'date') return this.#typeDate(id, String(answer));
    const figure = year ? (answer as Record<string, string>)[year] : String(answer);
    if (kind === 'text' && figure !== undefined) await keyboard.type(typedFigure(fact, figure));
  }

  /** Radio buttons: Space takes the one in focus, an arrow the next. */
  async #pick(values: readonly string[], value: string): Promise<void> {
    const at = values.indexOf(value);
    if (at === 0) await this.page.keyboard.press('Space');
    else await this.#arrowDown(at);
  }

  async #arrowDown(times: number): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press('ArrowDown');
  }

  /** Parts of a date stand in the order of the system: day or month first is tried after year first. */
  async #typeDate(id: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    for (const parts of [
      [month, day, year],
      [year, month, day],
      [day, month, year],
    ]) {
      await this.page.keyboard.type(parts.join(''));
      if ((await this.page.locator(`#${id}`).inputValue()) === date) return;
      await this.page.keyboard.press('Shift+Tab');
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the date ${date} could not be typed`);
  }
}

const wordOf = (answer: Answer): string => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer));
