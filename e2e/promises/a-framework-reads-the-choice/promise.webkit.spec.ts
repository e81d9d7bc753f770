// The main story in WebKitGTK: each framework follows a yes, wakes late with it, and follows a no.
import { expect, test } from '../../support/webkit.ts';
import { documentWith } from '../the-pages-own-elements-stay-as-written/held.ts';
import { APPLICATIONS } from './applications.ts';

for (const { name, written, script } of APPLICATIONS.filter((each) => each.name !== 'React 18')) {
  test(`L-19 ${name} follows each answer, and a page that wakes late`, async ({
    person,
    session,
    world,
  }) => {
    world.host.put('/app.js', await script());
    const markup = documentWith(`${await written()}<script async src="/app.js"></script>`);
    const shown = () =>
      session.run(() => [
        document.querySelector('#answer')?.textContent,
        document.querySelector('#gated')?.textContent?.trim(),
        document.querySelector('iframe')?.hasAttribute('src'),
      ]);
    await person.visit(markup);
    await expect.poll(shown).toEqual(['false false', 'Not yet', false]);
    await person.press('accept');
    await expect.poll(shown).toEqual(['true true', 'Here it is', true]);
    await expect.poll(person.ran).toEqual(['/first.js', 'inline']);
    await expect.poll(person.records).toHaveLength(1);
    await person.visit(markup, { at: '/?late' });
    await expect.poll(() => session.run(() => 'wake' in globalThis)).toBe(true);
    await session.run(() => (globalThis as unknown as { wake(): void }).wake());
    await expect.poll(shown).toEqual(['true true', 'Here it is', true]);
    await expect.poll(person.ran).toEqual(['/first.js', 'inline']);
    await session.run(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Take back')?.click();
    });
    await expect.poll(shown).toEqual(['false true', 'Not yet', false]);
  });
}
