// WebKit trusts a click that a script sends through a label: it is none of a person's.
import { expect, test } from '../../support/webkit.ts';
import { newsletter } from '../a-form-says-what-it-collects/forms.ts';

/** Has the page note what becomes of its tries. */
const NOTING = `<script>
  var tried = [];
  for (const type of ['refused', 'change', 'collection'])
    document.addEventListener('s9:' + type, ({ detail }) => tried.push(type + ' ' + (detail.reason ?? '')));
</script>`;

const PAGE = `${NOTING}<button id="menu">Menu</button><label for="menu" id="other">Menu</label>${newsletter()}`;

test("F-43 a script's press on a label is none: not for the site, on the notice or in a form", async ({
  person,
  session,
}) => {
  await person.visit(PAGE);
  await expect.poll(() => person.sees('accept')).toBe(true);
  const isAsked = () =>
    session.run(
      () => !!document.querySelector('[data-consent-notice]')?.shadowRoot?.querySelector('input'),
    );
  await expect.poll(isAsked).toBe(true);
  const came = await session.run(async () => {
    // The driver's own script is none to the engine.
    await new Promise((go) => setTimeout(go));
    const { consent } = (globalThis as unknown as { social9: { consent: { accept(): unknown } } })
      .social9;
    document.getElementById('other')?.click();
    await consent.accept();
    const trusted: boolean[] = [];
    let ticked: boolean | undefined;
    for (const name of ['s9-consent', '[data-consent-notice]']) {
      const root = document.querySelector(name)?.shadowRoot;
      const control = root?.querySelector<HTMLElement>('[data-action=accept], input');
      if (!root || !control) continue;
      addEventListener('click', ({ isTrusted }) => trusted.push(isTrusted), { capture: true });
      control.id = 'theirs';
      const label = document.createElement('label');
      label.htmlFor = control.id;
      root.append(label);
      label.click();
      ticked = (control as HTMLInputElement).checked;
    }
    return { tried: (globalThis as unknown as { tried: string[] }).tried, trusted, ticked };
  });
  // Without one that is trusted nothing is shown by this.
  expect(came.trusted).toContain(true);
  expect(came).toMatchObject({ ticked: false });
  expect(came.tried).toEqual(['refused no-gesture', 'refused covered', 'refused covered']);
  expect(await person.records()).toEqual([]);
});
