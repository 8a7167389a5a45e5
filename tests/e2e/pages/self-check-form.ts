import type { Locator, Page } from 'playwright-core';
import type { Answer, Firm } from '../firms.ts';
import { typedFigure } from './typed-figure.ts';
import { type Locale, WORDS, type Words } from './words.ts';

/** The guided form, filled as a person does it: click, type, next step. */
export class SelfCheckForm {
  readonly #words: Words;

  constructor(
    readonly page: Page,
    locale: Locale,
  ) {
    this.#words = WORDS[locale];
  }

  async open(step?: string): Promise<void> {
    await this.page.goto(`/self-check${step ? `?step=${step}` : ''}`);
    await this.question('').first().waitFor();
  }

  question(fact: string): Locator {
    return this.page.locator(fact === '' ? '[data-question]' : `[data-question="${fact}"]`);
  }

  field(fact: string, year?: string | number): Locator {
    return this.page.locator(`[id="q-${fact}${year === undefined ? '' : `-${year}`}"]`);
  }

  /** Fills every step by mouse and opens the full result. */
  async fill(firm: Pick<Firm, 'answers'>): Promise<void> {
    const done = new Set<string>();
    for (;;) {
      await this.fillStep(firm, done);
      const isLast = (await this.nextButton().textContent()) === this.#words.form.toResult;
      await this.goOn();
      if (isLast) return;
    }
  }

  async fillStep(firm: Pick<Firm, 'answers'>, done: Set<string>): Promise<void> {
    if (isClean(firm) && (await this.question('majorAccident').count()) > 0) {
      await this.page.getByRole('button', { name: this.#words.form.noneOfThese }).click();
      for (const fact of CREDIT) done.add(fact);
    }
    for (let fact = await this.#nextOf(firm, done); fact !== undefined; fact = await this.#nextOf(firm, done)) {
      await this.answer(fact, firm.answers[fact] as Answer);
      done.add(fact);
    }
  }

  /** Until the page has drawn what follows from the last answer: questions come and go with it. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  }

  async answer(fact: string, answer: Answer): Promise<void> {
    if (typeof answer === 'boolean') return this.#choose(fact, answer ? 'yes' : 'no');
    if (typeof answer === 'string') return this.#write(fact, answer);
    if (answer !== null && 'state' in answer) return this.#leaveOpen(fact, answer.state as 'unknown' | 'notApplicable');
    for (const [year, figure] of Object.entries(answer ?? {})) {
      await this.type(this.field(fact, year), typedFigure(fact, String(figure)));
    }
  }

  /** Clicks into a field, empties it and types. */
  async type(field: Locator, text: string): Promise<void> {
    await field.click({ clickCount: 3 });
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  nextButton(): Locator {
    return this.page.locator('main form button[type="submit"]');
  }

  /** To the next step; its title takes the focus. After the last one the result opens. */
  async goOn(): Promise<void> {
    const before = this.page.url();
    await this.nextButton().click();
    await this.page.waitForURL((url) => url.href !== before);
  }

  async #write(fact: string, value: string): Promise<void> {
    const field = this.field(fact);
    const kind = await field.evaluate((el) => (el instanceof HTMLInputElement ? el.type : el.tagName));
    if (kind === 'FIELDSET') return this.#choose(fact, value);
    // A native list opens outside the page, and a date goes by parts in the order of the system: both are set whole.
    if (kind === 'SELECT') await field.selectOption(value);
    else if (kind === 'date') await field.fill(value);
    else await this.type(field, typedFigure(fact, value));
  }

  async #choose(fact: string, value: string): Promise<void> {
    await this.page.locator(`input[name="q-${fact}"][value="${value}"]`).click();
  }

  async #leaveOpen(fact: string, state: 'unknown' | 'notApplicable'): Promise<void> {
    const question = this.question(fact);
    if (state === 'notApplicable') {
      await question.getByRole('checkbox', { name: this.#words.form.notApplicable }).click();
      return;
    }
    const toggle = this.field(`${fact}-unknown`);
    const radio = this.page.locator(`input[name="q-${fact}"]`).last();
    await ((await toggle.count()) > 0 ? toggle : radio).click();
  }

  /** The first question on the page that the firm can answer and has not; folded ones are opened first. */
  async #nextOf(firm: Pick<Firm, 'answers'>, done: ReadonlySet<string>): Promise<string | undefined> {
    await this.settle();
    await this.page.locator('main form details:not([open]):has([data-question]) > summary').evaluateAll((all) => {
      for (const summary of all) (summary as HTMLElement).click();
    });
    const shown = await this.question('').evaluateAll((all) => all.map((el) => el.dataset.question ?? ''));
    return shown.find((fact) => !done.has(fact) && isGiven(firm.answers[fact]));
  }
}

const CREDIT = [
  'majorAccident',
  'seriousEnvironmentalOffence',
  'seriousResearchMisconduct',
  'abnormalOperationList',
  'seriousDishonestyList',
];
const isClean = (firm: Pick<Firm, 'answers'>): boolean => CREDIT.every((fact) => firm.answers[fact] === false);
/** An empty list is the assumption of the policy; nothing is to be done for it. */
const isGiven = (answer: Answer | undefined): boolean =>
  answer !== undefined && !(Array.isArray(answer) && answer.length === 0);
