// React, Vue, Svelte and Angular read the choice, follow it, and hold what waits, written by a server or not.
import type { Page } from 'playwright/test';
import { test as base, expect } from '../../support/fixture.ts';
import { documentWith } from '../the-pages-own-elements-stay-as-written/held.ts';
import { APPLICATIONS, type Application, withPackage, withPreact } from './applications.ts';

/** How often an application comes and goes; `S9_ROUNDS` for more. */
const ROUNDS = Number(process.env['S9_ROUNDS'] ?? 20);

interface Awake {
  wake(): void;
  readonly isAwake?: boolean;
  turn(isThere: boolean): void;
}

interface Listening {
  /** How many listen to what the page is told. */
  listening(): number;
}

/** Runs first in the page. Nobody here takes one away but by its signal. */
function countListeners(): void {
  const signals: (AbortSignal | undefined)[] = [];
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function listen(type, listener, options): void {
    if (type.startsWith('s9:')) signals.push((options as AddEventListenerOptions)?.signal);
    addEventListener.call(this, type, listener, options);
  };
  Object.assign(globalThis, {
    listening: () => signals.filter((signal) => !signal?.aborted).length,
  });
}

interface Steps {
  /** Opens the page of an application; `late` wakes it when the widget has done what it does. */
  open(app: Application, late?: () => Promise<unknown>, page?: Page): Promise<void>;
  /** All that the page says in its console, errors aside, which no test lets pass. */
  warnings: string[];
}

const answer = (page: Page) => page.locator('#answer');
const gated = (page: Page) => page.locator('#gated');
const film = (page: Page) =>
  page.frameLocator('iframe[data-consent]').getByText('Frame of a third party');

const test = base.extend<{ steps: Steps }>({
  steps: async ({ page, context, visit, world }, use) => {
    const warnings: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await use({
      warnings,
      open: async (app, late, other = page) => {
        world.host.put('/app.js', await app.script());
        const written = await app.written();
        expect(written).not.toContain('s9-');
        const body = `${written}<script async src="/app.js"></script>`;
        await visit(documentWith(body), { at: late ? '/?late' : '/', page: other });
        await late?.();
        await other.waitForFunction(() => 'wake' in globalThis);
        if (late) await other.evaluate(() => (globalThis as unknown as Awake).wake());
      },
    });
    expect(warnings.filter((text) => !/Download the (React|Vue)/.test(text))).toEqual([]);
  },
});

// One worker for all of them: a bundle is made once for the tests that open it.
test.describe.configure({ mode: 'default' });

for (const app of APPLICATIONS) {
  const engine = app.name === 'React 19' ? ' @engine' : '';

  test(`L-19 F-33 ${app.name} follows each answer, of another tab too, and a page that wakes late${engine}`, async ({
    page,
    context,
    notice,
    ran,
    steps,
    world,
    law,
  }) => {
    await steps.open(app);
    await expect(answer(page)).toHaveText('false false');
    await expect(gated(page)).toHaveText('Not yet');
    await notice.asks();
    const other = await context.newPage();
    await steps.open(app, undefined, other);
    await expect(answer(other)).toHaveText('false false');
    await page.bringToFront();
    expect(await ran()).toEqual([]);
    await notice.accept();
    for (const tab of [page, other]) {
      await expect(answer(tab)).toHaveText('true true');
      await expect(gated(tab)).toHaveText('Here it is');
      await expect(film(tab)).toBeVisible();
    }
    await expect.poll(ran).toEqual(['/first.js', 'inline']);

    const before = world.thirdParty.count('/frame.html');
    await steps.open(app, () => expect(film(page)).toBeVisible());
    await expect(answer(page)).toHaveText('true true');
    await expect(gated(page)).toHaveText('Here it is');
    await expect(film(page)).toBeVisible();
    await expect.poll(ran).toEqual(['/first.js', 'inline']);
    expect(world.thirdParty.count('/frame.html')).toBe(before + 1);

    await page.getByRole('button', { name: 'Take back' }).click();
    for (const tab of [page, other]) {
      await expect(answer(tab)).toHaveText('false true');
      await expect(gated(tab)).toHaveText('Not yet');
    }
    await steps.open(app, () => expect(notice.permanentControl).toBeVisible());
    await expect(answer(page)).toHaveText('false true');
    await expect(gated(page)).toHaveText('Not yet');
    await expect(notice.control('load-once')).toBeVisible();
    expect(await ran()).toEqual([]);
    await page.getByRole('button', { name: 'Our choices' }).click();
    await notice.press('close');
    law.aboutToGrant();
    await page.getByRole('button', { name: 'Show films' }).click();
    await expect(gated(page)).toHaveText('Here it is');
    await expect(answer(page)).toHaveText('false true');
    expect(await ran()).toEqual([]);
  });

  // What it listens by is the same in both versions of React.
  if (app.name === 'React 18') continue;
  test(`${app.name} comes and goes ${ROUNDS} times, and leaves nothing behind that listens`, async ({
    page,
    notice,
    steps,
  }) => {
    await page.addInitScript(countListeners);
    await steps.open(app);
    await notice.reject();
    await expect(answer(page)).toHaveText('false true');
    const listening = () => page.evaluate(() => (globalThis as unknown as Listening).listening());
    const before = await listening();
    await page.evaluate(async (rounds) => {
      const { turn } = globalThis as unknown as Awake;
      const shows = async (selector: string): Promise<void> => {
        while (!document.querySelector(selector)) {
          await new Promise((done) => setTimeout(done));
        }
      };
      for (let time = 0; time < rounds; time++) {
        turn(false);
        await shows('#gone');
        turn(true);
        await shows('#answer');
      }
    }, ROUNDS);
    await expect.poll(listening).toBe(before);
    await page.evaluate(() => (globalThis as unknown as Awake).turn(false));
    await expect.poll(listening).toBeLessThan(before);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
}

const FIRST = APPLICATIONS[0] as Application;

test('an application that is there before the tag waits for it, its calls too', async ({
  page,
  visit,
  notice,
  world,
}) => {
  world.host.put('/app.js', await FIRST.script());
  await visit(`${await FIRST.written()}<script src="/app.js"></script>`, { tag: false });
  await expect(answer(page)).toHaveText('false false');
  await page.getByRole('button', { name: 'Our choices' }).click();
  await page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }, `${world.widget.origin}/s9-consent.js`);
  await expect(notice.panel).toBeVisible();
  await notice.turn('analytics', true);
  await notice.press('save');
  await expect(answer(page)).toHaveText('false true');
});

test('the package is read as the tag is', async ({ page, visit, notice, world }) => {
  world.host.put('/app.js', await withPackage());
  await visit('<div id="app"></div><script src="/app.js"></script>', { tag: false });
  await expect(gated(page)).toHaveText('Not yet');
  await notice.accept();
  await expect(answer(page)).toHaveText('true true');
  await expect(gated(page)).toHaveText('Here it is');
  await expect(film(page)).toBeVisible();
  await expect(page.getByText('Loaded')).toBeVisible();
});

test('Preact takes the entry of React, and hears of a held script that has loaded', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  world.host.put('/app.js', await withPreact());
  await visit('<div id="app"></div><script src="/app.js"></script>');
  await expect(gated(page)).toHaveText('Not yet');
  await notice.accept();
  await expect(answer(page)).toHaveText('true true');
  await expect(gated(page)).toHaveText('Here it is');
  await expect.poll(ran).toEqual(['/first.js', 'inline']);
  await expect(page.getByText('Loaded')).toBeVisible();
});
