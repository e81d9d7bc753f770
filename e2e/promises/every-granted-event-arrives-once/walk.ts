// Carries out a visit in a browser, on a clock that stands still but for what is said to pass.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright/test';
import { expect } from '../../support/expect.ts';
import { documentOf, settings } from '../../support/markup.ts';
import { Notice } from '../../support/notice.ts';
import { launchOn, type OwnBrowser } from '../../support/own-browser.ts';
import type { Exported, WithApi } from '../../support/public-api.ts';
import { keepRest } from '../../support/rest.ts';
import type { World } from '../../support/world.ts';
import type { Step, Visit } from './visits.ts';
import type { Way } from './way.ts';

/** One page as it was seen. */
export interface Seen {
  readonly path: string;
  /** By the clock. */
  seconds: number;
  /** What of them passed before the clock stood still. */
  readonly slack: number;
  /** Under a yes; what comes under a no may not be told at all. */
  readonly isGranted: boolean;
  /** Taken back meanwhile: what had arrived has, the rest is dropped. */
  mayBeLost: boolean;
  /** Nobody was left to tell how long. */
  isCut: boolean;
}

export interface Walked {
  readonly visit: Visit;
  readonly seen: readonly Seen[];
  readonly ledger: Exported['ledger'];
  /** By the page's clock; `null` where nothing was taken back. */
  readonly withdrawnAt: number | null;
}

export const POLICY = {
  dataItems: { 'time-on-page': { name: 'Time on each page', short: 'time on each page' } },
  purposes: [{ id: 'analytics', data: ['ip', 'domain', 'browser', 'os', 'page', 'time-on-page'] }],
};

/** Less than a page waits for its disk, which no clock can hurry. */
const BREATH_MS = 5000;
/** A page that was told to come again later, and later, waits for minutes. */
const ALL_SENT = { timeout: 120_000, intervals: [100] };
/** No machine is so busy that a clock that is to stand still then has passed it already. */
const AHEAD_MS = 10_000;
/** Time in which a page notices what was done in it. */
const LOOK_MS = 50;

export interface Ground {
  readonly browser: Browser;
  readonly world: World;
  readonly way: Way;
}

const nowIn = (page: Page): Promise<number> => page.evaluate(() => Date.now());

const exported = (page: Page): Promise<Exported | null> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());

class Walk {
  readonly #visit: Visit;
  readonly #ground: Ground;
  readonly seen: Seen[] = [];
  withdrawnAt: number | null = null;
  #own: OwnBrowser | undefined;
  #profile = '';
  #context: BrowserContext | undefined;
  #tab: Page | undefined;
  /** Those that stand in a tab at this moment. */
  #open: Seen[] = [];
  #isStill = false;
  #isOffline = false;
  #nowMs = Date.now();

  constructor(visit: Visit, ground: Ground) {
    this.#visit = visit;
    this.#ground = ground;
  }

  get tab(): Page {
    if (!this.#tab) throw new Error('expected an open tab');
    return this.#tab;
  }

  async begin(): Promise<void> {
    if (this.#visit.isKilled) {
      this.#profile ||= await mkdtemp(join(tmpdir(), 's9-visit-'));
      this.#own = await launchOn(this.#profile);
      this.#context = this.#own.context;
    } else {
      this.#context = await this.#ground.browser.newContext();
      await this.#context.addInitScript(keepRest);
    }
    await this.#context.clock.install({ time: this.#nowMs });
    this.#tab = await this.#context.newPage();
  }

  #arrived(path: string, event = 's9.page_view'): boolean {
    return this.#ground.way
      .arrivals(this.#visit.id)
      .flatMap(({ events }) => events)
      .some(({ name, attributes }) => name === event && attributes['url.path'] === path);
  }

  async #stand(page: Page): Promise<void> {
    this.#nowMs = (await nowIn(page)) + AHEAD_MS;
    await this.#context?.clock.pauseAt(this.#nowMs);
    this.#isStill = true;
  }

  /** Says yes as a person does, for which time has to pass by itself. */
  async #accept(path: string): Promise<void> {
    const { tab } = this;
    const notice = new Notice(tab, () => undefined);
    await notice.rest(notice.control('accept').first());
    const beforeMs = await nowIn(tab);
    await notice.accept();
    await expect.poll(() => this.#arrived(path)).toBe(true);
    await this.#stand(tab);
    const slack = (this.#nowMs - beforeMs) / 1000;
    this.#see(path, slack);
  }

  #see(path: string, slack = 0): Seen {
    const isGranted = this.withdrawnAt === null;
    const seen = { path, seconds: slack, slack, isGranted, mayBeLost: false, isCut: false };
    this.seen.push(seen);
    this.#open.push(seen);
    return seen;
  }

  async pass(ms: number): Promise<void> {
    await this.#context?.clock.runFor(ms);
    this.#nowMs += ms;
    for (const seen of this.#open) seen.seconds += ms / 1000;
  }

  #put(path: string): string {
    const { world, way } = this.#ground;
    const endpoint = `${way.origin}/${this.#visit.id}/v1/logs`;
    const page = `${settings({ policy: POLICY })}{{tag}}<p>${path}</p>`;
    world.host.put(path, documentOf(page, { 'data-endpoint': endpoint }));
    return world.host.origin + path;
  }

  async #load(path: string): Promise<void> {
    this.#tab ??= await this.#context?.newPage();
    this.#open = [];
    const beforeMs = this.#nowMs;
    await this.tab.goto(this.#put(path));
    if (!this.#isStill && this.seen.length === 0) return this.#accept(path);
    if (!this.#isStill) await this.#stand(this.tab);
    this.#see(path, (this.#nowMs - beforeMs) / 1000);
    await this.#settled();
  }

  /** The page has heard of its view, which no clock can hurry. */
  async #settled(): Promise<void> {
    await this.tab.evaluate(async () => {
      await (globalThis as unknown as WithApi).social9.consent.ready;
    });
    const { path, isGranted } = this.seen.at(-1) as Seen;
    // Offline no page fetches the file that tells what is kept.
    if (!isGranted || this.#isOffline) return this.pass(LOOK_MS);
    const told = async () => {
      await this.pass(LOOK_MS);
      const { ledger = [], queue = [] } = (await exported(this.tab)) ?? {};
      // The path as JSON has it, in the queue and within a body.
      return new RegExp(`"${path}\\\\?"`).test(JSON.stringify([ledger, queue]));
    };
    await expect.poll(told, path).toBe(true);
  }

  async #close(page: Page): Promise<void> {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  }

  async #secondTab(path: string, seconds: number): Promise<void> {
    const first = this.#tab;
    const stay = [...this.#open];
    this.#tab = await this.#context?.newPage();
    await this.tab.goto(this.#put(path));
    this.#see(path);
    await this.#settled();
    await this.pass(seconds * 1000);
    await this.#close(this.tab);
    this.#tab = first;
    this.#open = stay;
  }

  async #withdraw(): Promise<void> {
    this.withdrawnAt = await this.tab.evaluate(async () => {
      const { consent } = (globalThis as unknown as WithApi).social9;
      await consent.withdraw();
      return Date.now();
    });
    for (const seen of this.seen) seen.mayBeLost = true;
  }

  async #kill(): Promise<void> {
    for (const seen of this.#open) seen.isCut = true;
    await this.#own?.kill();
    this.#open = [];
    this.#isStill = false;
    await this.begin();
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'load' || step.do === 'turn') {
      if (step.do === 'turn') {
        await this.tab.evaluate((path) => history.pushState(null, '', path), step.path);
        this.#open = [];
        this.#see(step.path);
        await this.#settled();
      } else await this.#load(step.path);
      await this.pass(step.seconds * 1000);
    } else if (step.do === 'second tab') await this.#secondTab(step.path, step.seconds);
    else if (step.do === 'weather') this.#ground.way.setWeather(this.#visit.id, step.weather);
    else if (step.do === 'close') {
      await this.#close(this.tab);
      this.#tab = undefined;
      this.#open = [];
    } else if (step.do === 'withdraw') await this.#withdraw();
    else if (step.do === 'kill') await this.#kill();
    else {
      this.#isOffline = step.do === 'offline';
      await this.#context?.setOffline(this.#isOffline);
    }
  }

  /** Every way is open again, and a later page sends what is left: what a page says as it closes, the next one. */
  async end(): Promise<Exported['ledger']> {
    this.#ground.way.setWeather(this.#visit.id, 'fine');
    await this.#context?.setOffline(false);
    await this.#load(`/${this.#visit.id}/end`);
    await this.pass(BREATH_MS);
    await this.#close(this.tab);
    this.#tab = undefined;
    await this.#load(`/${this.#visit.id}/after`);
    const untold = () =>
      this.seen
        .filter(({ isGranted, mayBeLost }) => isGranted && !mayBeLost)
        .flatMap((each) => {
          const isOver = !each.isCut && !this.#open.includes(each);
          const due = isOver ? ['s9.page_view', 's9.page_leave'] : ['s9.page_view'];
          return due
            .filter((event) => !this.#arrived(each.path, event))
            .map((event) => `${event} of ${each.path}`);
        });
    const left = async () => {
      await this.pass(this.#ground.way.isUnderWay(this.#visit.id) ? LOOK_MS : BREATH_MS);
      const { queue = ['the queue cannot be read'] } = (await exported(this.tab)) ?? {};
      return [...queue, ...untold()];
    };
    const message = JSON.stringify(this.#visit);
    await expect.poll(left, { message, ...ALL_SENT }).toEqual([]);
    const { ledger = [] } = (await exported(this.tab)) ?? {};
    // No page comes after this one: its last word is cut off.
    for (const seen of this.#open) seen.isCut = true;
    this.#ground.way.setWeather(this.#visit.id, 'cut-before');
    await this.#close(this.tab);
    return ledger;
  }

  async leave(): Promise<void> {
    if (this.#own) await this.#own.kill();
    else await this.#context?.close();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true });
  }
}

export async function walk(visit: Visit, ground: Ground): Promise<Walked> {
  const walking = new Walk(visit, ground);
  try {
    await walking.begin();
    for (const step of visit.steps) await walking.take(step);
    const ledger = await walking.end();
    const { seen, withdrawnAt } = walking;
    return { visit, seen, ledger, withdrawnAt };
  } finally {
    await walking.leave();
  }
}
