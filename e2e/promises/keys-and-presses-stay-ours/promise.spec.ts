// Keys and presses on our controls are ours: no page swallows them or acts on them, and its own stay its own.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/** A page that takes every key and press there is, wherever one can, and tells what it takes of ours. */
const greedy = (target: string, isCapture: boolean): string => `<script>
  window.taken = [];
  for (const type of 'keydown keypress keyup pointerdown mousedown mouseup click touchstart'.split(' ')) {
    // The banner's file comes too late to hear a click before this one.
    if (type === 'click' && ${target} === window && ${isCapture}) continue;
    ${target}.addEventListener(type, (event) => {
      // A key is let go where the focus is by then.
      if (event.target.localName === 's9-consent' || event.target.id === 'slide') taken.push(type);
      event.preventDefault();
      event.stopImmediatePropagation();
    }, ${isCapture});
  }
</script><button id="slide">Slide</button>`;

/** A dialog of the page's own making, which lets no press and no focus out of it. */
const TRAP = `<div id="trap"><input></div><script>
  const trap = document.getElementById('trap');
  const isOut = (event) => !trap.contains(event.target);
  const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  for (const type of ['mousedown', 'touchstart', 'pointerdown', 'click'])
    document.addEventListener(type, (event) => isOut(event) && stop(event), true);
  document.addEventListener('focusin', (event) => isOut(event) && trap.firstChild.focus(), true);
</script>`;

const taken = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { taken: string[] }).taken);

for (const target of ['window', 'document']) {
  for (const isCapture of [true, false]) {
    const phase = isCapture ? 'on the way down' : 'on the way up';
    const page = greedy(target, isCapture);

    const engine = target === 'window' && isCapture ? ' @engine' : '';
    test(`2.1.1 keys that ${target} takes ${phase} are ours on our controls${engine}`, async ({
      page: tab,
      visit,
      notice,
      records,
    }) => {
      await visit(page);
      await notice.asks();
      await notice.control('choose').focus();
      await tab.keyboard.press('Space');
      const control = notice.switchOf('analytics');
      await control.focus();
      await tab.keyboard.press('Space');
      await expect(control).toBeChecked();
      // What was turned is not saved: that is said first.
      await tab.keyboard.press('Escape');
      await expect(notice.panel.getByRole('status')).not.toBeEmpty();
      await tab.keyboard.press('Escape');
      await expect(notice.panel).toBeHidden();
      // The focus goes back to what opened it, and then on.
      await expect(notice.control('choose')).toBeFocused();
      await notice.control('reject').focus();
      await tab.keyboard.press('Enter');
      await expect.poll(records).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
      expect(await taken(tab)).toEqual([]);
      await notice.permanentControl.focus();
      await tab.keyboard.press('Enter');
      await expect(notice.panel).toBeVisible();
      expect(await taken(tab)).toEqual([]);
    });

    test(`a pointer that ${target} takes ${phase} is ours on our controls`, async ({
      page: tab,
      visit,
      notice,
      records,
    }) => {
      await visit(page);
      await notice.asks();
      await notice.choose('analytics');
      await expect.poll(records).toMatchObject([{ source: 'custom' }]);
      await notice.permanentControl.click();
      await notice.press('withdraw');
      await expect.poll(records).toHaveLength(2);
      expect(await taken(tab)).toEqual([]);
    });
  }
}

test('the keys and presses of the page are its own', async ({ page, visit, notice }) => {
  await visit(greedy('document', true));
  await notice.asks();
  await page.getByText('Slide').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Slide').click();
  expect(await taken(page)).toEqual(expect.arrayContaining(['keydown', 'keyup', 'click']));
  await notice.asks();
});

test("2.1.1 a trap of the page's own keeps nobody from an answer", async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(TRAP);
  await page.locator('#trap input').focus();
  await notice.asks();
  await notice.control('choose').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect.poll(records).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(records).toHaveLength(2);
});

const FOOTER = `<site-footer></site-footer><script>
  customElements.define('site-footer', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = '<a href="#top" data-consent-open>Choices</a>';
    }
  });
</script>`;

const MENU = `<ul onclick="event.stopPropagation()"><li><button data-consent-open>Choices</button></li></ul>`;

for (const [where, markup] of Object.entries({ 'a component': FOOTER, 'a menu': MENU })) {
  test(`L-18 an opener in ${where} opens by pointer and by keyboard`, async ({
    page,
    visit,
    notice,
  }) => {
    await visit(markup);
    await notice.reject();
    await notice.isSilent();
    await page.getByText('Choices', { exact: true }).click();
    await expect(notice.panel).toBeVisible();
    await notice.press('close');
    await expect(notice.panel).toBeHidden();
    await page.getByText('Choices', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(notice.panel).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });
}

test("the site's own modal dialog goes first, and the question is on top once it is closed", async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(
    `<dialog>18?<button onclick="this.parentElement.close()">I am</button><button data-consent-open>Choices</button></dialog>
     <script>document.querySelector('dialog').showModal()</script>`,
  );
  const onTop = () =>
    page.evaluate(() =>
      document.querySelector('s9-consent')?.shadowRoot?.querySelector('.banner:popover-open'),
    );
  await notice.asks();
  expect(await onTop()).toBeNull();
  await page.getByText('Choices', { exact: true }).click();
  await expect(notice.panel).toBeVisible();
  await notice.press('close');
  await page.getByText('I am').click();
  await expect.poll(onTop).not.toBeNull();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
});
