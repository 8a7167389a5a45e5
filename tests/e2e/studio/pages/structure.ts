import type { Locator, Page } from 'playwright-core';

type Row = readonly [from: string, out: string];

/** The tree editor of a draft as a person uses it: a place is named by its path, e.g. `tiers.0.gates.1.when`. */
export class Structure {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  at(path: string): Locator {
    return this.page.locator(`[id="at-${path.replaceAll('.', '-')}"]`);
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: '结构' }).click();
  }

  /** Opens a section by the tree at the left: 层级, 奖补, 资金池, 指标. */
  async section(name: string): Promise<void> {
    await this.#follow(new RegExp(`^${name}\\d*$`), name);
  }

  /** Opens a part by its name in the tree. */
  async part(name: string): Promise<void> {
    await this.#follow(name, name);
  }

  async #follow(link: string | RegExp, heading: string): Promise<void> {
    const tree = this.page.getByRole('navigation', { name: '结构' });
    await tree.getByRole('link', { name: link, exact: true }).first().click();
    await this.page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
  }

  /** “增加门槛” and the like; what was added is open afterwards. */
  async add(button: string, path: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.at(`${path}.id`).waitFor();
  }

  async type(path: string, text: string): Promise<void> {
    await fill(this.at(path), text);
  }

  async name(path: string, zh: string): Promise<void> {
    await this.type(`${path}.label.zh`, zh);
  }

  async choose(path: string, label: string): Promise<void> {
    await this.at(path).selectOption({ label });
  }

  /** “换一种” in the place of a rule. */
  async become(path: string, kind: string): Promise<void> {
    await this.at(path).getByRole('button', { name: '换一种' }).first().click();
    await this.pick(kind);
  }

  /** “外面套一层” around a rule. */
  async wrap(path: string, kind: string): Promise<void> {
    await this.at(path).getByRole('button', { name: '外面套一层' }).first().click();
    await this.pick(kind);
  }

  /** “增加一项” among the rules of one. */
  async addOne(path: string, kind: string): Promise<void> {
    await this.at(path).getByRole('button', { name: '增加一项' }).last().click();
    await this.pick(kind);
  }

  /** A way into the tier that is open. */
  async addRoute(kind: string): Promise<void> {
    await this.page.getByRole('tabpanel').getByRole('button', { name: '增加一项' }).last().click();
    await this.pick(kind);
  }

  async pick(kind: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(kind);
    const first = dialog.getByRole('button', { name: new RegExp(`^${kind}`) });
    await first.first().click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The value of a fact in the place of a figure. */
  async fact(path: string, label: string, year?: string): Promise<void> {
    await this.become(path, '指标的值');
    await this.choose(`${path}.fact`, label);
    if (year) await this.choose(`${path}.year`, year);
  }

  /** One fact divided by another, both of last year. */
  async share(path: string, of: string, by: string): Promise<void> {
    await this.become(path, '相除');
    await this.fact(`${path}.num`, of, '上一年度');
    await this.fact(`${path}.den`, by, '上一年度');
  }

  /** How a figure is compared, and with what. */
  async against(path: string, op: string, figure: string, unit: string): Promise<void> {
    await this.choose(`${path}.op`, op);
    await this.choose(`${path}.b.unit`, unit);
    await this.type(`${path}.b.value`, figure);
  }

  /** A line of the score table by bands; gives the place of the figure it looks at. */
  async indicator(path: string, label: string, full: string): Promise<string> {
    await this.type(`${path}.full`, full);
    await this.at(path).getByText('名称与出处').last().click();
    await this.name(path, label);
    await this.become(`${path}.of`, '分档');
    return `${path}.of.of`;
  }

  /** Bands from the highest down, each with its points, and nothing for the rest. */
  async bands(path: string, rows: readonly Row[]): Promise<void> {
    await this.choose(`${path}.unit`, '分');
    const bodies = this.at(path).getByRole('table', { name: '各档' }).locator('tbody');
    const more = this.at(path).getByRole('button', { name: '增加一行' });
    for (const [i, [from, out]] of rows.entries()) {
      if (i > 0) await more.click();
      await fill(bodies.nth(i).getByLabel('下限', { exact: true }), from);
      await this.type(`${path}.rows.${i}.out`, out);
    }
    await more.click();
    await bodies.nth(rows.length).getByRole('combobox').first().selectOption({ label: '其余' });
    await this.type(`${path}.rows.${rows.length}.out`, '0');
  }

  async passMark(route: string, points: string): Promise<void> {
    const group = this.at(route).getByRole('group', { name: /及格线/ });
    await fill(group.getByLabel('下限', { exact: true }), points);
  }
}

async function fill(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.press('Enter');
}
