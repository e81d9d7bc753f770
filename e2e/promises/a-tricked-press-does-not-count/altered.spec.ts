// What says “Reject all” is a no, whatever else a page has made of it.
import { expect, test } from '../../support/fixture.ts';

for (const [how, tamper] of Object.entries({
  'the no is marked as the yes': () => {
    const root = document.querySelector('s9-consent')?.shadowRoot as ShadowRoot;
    const pressed = root.querySelector<HTMLElement>('[data-action=reject]');
    root.querySelector('[data-action=accept]')?.remove();
    if (pressed) pressed.dataset['action'] = 'accept';
  },
  'the yes is given the words of the no': () => {
    const root = document.querySelector('s9-consent')?.shadowRoot as ShadowRoot;
    const pressed = root.querySelector('[data-action=accept]');
    root.querySelector('[data-action=reject]')?.remove();
    if (pressed) pressed.textContent = 'Reject all';
  },
})) {
  test(`F-43 ${how}: a press on “Reject all” is one`, async ({
    page,
    visit,
    notice,
    records,
    world,
  }) => {
    await visit();
    await notice.rest(notice.control('accept'));
    await page.evaluate(tamper);
    const pressed = page.getByRole('button', { name: 'Reject all' });
    await notice.rest(pressed);
    await pressed.click();
    await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}
