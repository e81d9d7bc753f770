// What each page here is asked, whatever made it: as written before, while held, released and taken back.
import type { Page } from 'playwright/test';
import { expectWith } from '../../support/expect.ts';
import { test as base, expect } from '../../support/fixture.ts';
import type { Notice } from '../../support/notice.ts';
import type { WithApi } from '../../support/public-api.ts';
import type { World } from '../../support/world.ts';
import { HITS, PLACE, RAN } from './held.ts';
import { type Look, lookAt, type Phase } from './look.ts';
import { Placeholders } from './placeholders.ts';

export { expect };

/** Many things are told of one page: what fails is told, and the story goes on. */
export const softly = expectWith({ soft: true, timeout: 30_000 });

/** What the pages here keep of themselves. */
interface Told {
  /** What held scripts have run, and what ordinary ones beside them. */
  readonly ran?: readonly string[];
  readonly plain?: readonly string[];
  /** Ids of the parents of `document.currentScript`. */
  readonly stood?: readonly string[];
  /** What React had to mend. */
  readonly recovered?: readonly string[];
  /** For pages that say when they are drawn. */
  readonly isDrawn?: boolean;
}

const times = (many: readonly string[], count: number): string[] =>
  Array.from({ length: count }, () => many).flat();

export class OwnElements {
  readonly page: Page;
  readonly placeholders: Placeholders;
  readonly #notice: Notice;
  readonly #world: World;
  readonly #asWritten = new Map<string, Record<Phase, Look>>();

  constructor(page: Page, notice: Notice, world: World, placeholders: Placeholders) {
    this.page = page;
    this.placeholders = placeholders;
    this.#notice = notice;
    this.#world = world;
  }

  /** A list the page keeps, as it is now. */
  list = (name: 'ran' | 'plain' | 'stood' | 'recovered'): Promise<readonly string[]> =>
    this.page.evaluate((member) => [...((globalThis as Told)[member] ?? [])], name);

  drawn = async (): Promise<void> => {
    await this.page.waitForFunction(() => (globalThis as Told).isDrawn);
  };

  /** Goes a way with a tag that does nothing. */
  async withoutWidget(way: () => Promise<unknown>): Promise<void> {
    this.#world.widget.sabotage('s9-consent.js', 'emptied');
    await way();
    this.#world.widget.restore('s9-consent.js');
  }

  #look = (phase: Phase, scope: string): Promise<Look> =>
    this.page.evaluate(lookAt, { phase, scope });

  /** How the page is by itself. */
  async remember(name = '', scope = 'html'): Promise<void> {
    this.#asWritten.set(name, {
      held: await this.#look('held', scope),
      released: await this.#look('released', scope),
    });
  }

  /** Its markup, and the places of its frames, are what they are without the widget. */
  async isAsWritten(phase: Phase, name = '', scope = 'html'): Promise<void> {
    await softly
      .poll(() => this.#look(phase, scope), `as written, ${phase} ${name}`)
      .toEqual(this.#asWritten.get(name)?.[phase]);
  }

  /** Asked, and nothing left yet. */
  async waits(frames = 1): Promise<void> {
    await this.#notice.rest(this.#notice.control('accept'));
    await this.hasPlaceholders(frames);
    expect(this.#world.thirdParty.hits(), 'nothing is fetched before a choice').toEqual([]);
    expect(await this.list('ran'), 'nothing runs before a choice').toEqual([]);
  }

  async hasPlaceholders(frames: number): Promise<void> {
    await softly.poll(this.placeholders.count, 'placeholders').toBe(frames);
  }

  /** Everything has come and run so often, and no oftener. A picture that is known is not fetched again. */
  async comes(count = 1, ran = RAN, hits = HITS): Promise<void> {
    const isCounted = (path: string) => count === 1 || !path.endsWith('.svg');
    const fetched = () => this.#world.thirdParty.hits().filter(isCounted).toSorted();
    await this.runs(count, ran);
    await softly
      .poll(fetched, 'is fetched once')
      .toEqual(times(hits.filter(isCounted), count).toSorted());
  }

  async runs(count: number, ran = RAN): Promise<void> {
    await softly.poll(() => this.list('ran'), 'runs once').toEqual(times(ran, count));
  }

  /** Where its inline scripts stood while they ran. */
  async stood(count = 1): Promise<void> {
    softly(await this.list('stood'), 'where it stands').toEqual(times([PLACE], count));
  }

  historyLength = (): Promise<number> => this.page.evaluate(() => history.length);

  /** @param what is to be seen then. */
  async accept(what: 'all' | 'nothing' = 'all'): Promise<void> {
    const before = await this.historyLength();
    await this.#notice.accept();
    await expect(this.#notice.permanentControl).toBeVisible();
    if (what === 'all') await this.arrived();
    softly(await this.historyLength(), 'entries of the history').toBe(before);
  }

  /** The frame, and what stood in the template, can be seen: the latter once. */
  async arrived(): Promise<void> {
    const inFrame = this.page.frameLocator('iframe[data-consent]').first();
    await softly(inFrame.getByText('Frame of a third party')).toBeVisible();
    await softly(this.page.getByText('Now here')).toHaveCount(1);
    await softly(this.page.getByText('Now here')).toBeVisible();
  }

  /** By a call of the site: a no needs no person. */
  async withdraw(frames = 1): Promise<void> {
    const before = await this.historyLength();
    await this.page.evaluate(() => {
      setTimeout(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
    });
    await this.hasPlaceholders(frames);
    await softly(this.page.getByText('Now here')).toHaveCount(0);
    softly(await this.historyLength(), 'entries of the history').toBe(before);
  }
}

export const test = base.extend<{ own: OwnElements }>({
  own: ({ page, notice, world, law }, use) =>
    use(new OwnElements(page, notice, world, new Placeholders(page, law.aboutToGrant))),
});
