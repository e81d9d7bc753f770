// The same in WebKit: as written before, while held, released and taken back.
import type { WithApi } from '../../support/public-api.ts';
import { test as base, expect } from '../../support/webkit.ts';
import { MARKUP, PAGES } from './components.ts';
import { documentWith, HELD, HITS, held, INLINE, PLACE, RAN, STANDING_IN } from './held.ts';
import { type Look, lookAt, type Phase } from './look.ts';
import { load, ordinary, serve } from './sites.ts';

interface Steps {
  look(phase: Phase): Promise<Look>;
  /** Opens a page, once with a tag that does nothing: how is it by itself? */
  open(markup: string): Promise<Record<Phase, Look>>;
  withdraw(): Promise<void>;
  historyLength(): Promise<number>;
}

const test = base.extend<{ steps: Steps }>({
  steps: ({ person, session, world }, use) => {
    const look = (phase: Phase) => session.run(lookAt, { phase, scope: 'body' });
    return use({
      look,
      open: async (markup) => {
        world.widget.sabotage('s9-consent.js', 'emptied');
        await person.visit(markup);
        const written = { held: await look('held'), released: await look('released') };
        world.widget.restore('s9-consent.js');
        await person.visit(markup);
        await expect.poll(() => person.sees('accept')).toBe(true);
        return written;
      },
      withdraw: () =>
        session.run(() => {
          setTimeout(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
        }),
      historyLength: () => session.run(() => history.length),
    });
  },
});

const story = ['a page as its server writes it', ...PAGES.map(({ what }) => what)];
for (const [index, what] of story.entries()) {
  test(what, async ({ person, steps, world }) => {
    const script = await PAGES[index - 1]?.script();
    if (script) world.host.put('/app.js', script);
    const hits = () => world.thirdParty.hits().toSorted();
    const written = await steps.open(script ? MARKUP : documentWith(`<main>${HELD}</main>`));
    await expect.poll(() => person.sees('load-once')).toBe(true);
    await expect.poll(() => steps.look('held')).toEqual(written.held);
    expect(hits()).toEqual([]);
    const before = await steps.historyLength();
    await person.press('accept');
    await expect.poll(hits).toEqual(HITS);
    await expect.poll(person.ran).toEqual(RAN);
    await expect.poll(() => steps.look('released')).toEqual(written.released);
    await steps.withdraw();
    await expect.poll(() => person.sees('load-once')).toBe(true);
    await expect.poll(() => steps.look('held')).toEqual(written.held);
    expect(await steps.historyLength()).toBe(before);
  });
}

test('a stand-in stays until its address may come, and is there again after a withdrawal', async ({
  person,
  session,
  steps,
  world,
}) => {
  const markup = documentWith(`<main>${STANDING_IN}</main>`);
  const written = await steps.open(markup);
  await expect.poll(() => steps.look('held')).toEqual(written.held);
  await person.press('accept');
  const all = ['/frame.html', '/picture.svg', '/set.svg'];
  await expect.poll(() => world.thirdParty.hits().toSorted()).toEqual(all);
  await expect.poll(() => person.records()).toHaveLength(1);
  await person.visit(markup);
  const isReleased = () =>
    session.run(
      (place) =>
        [...document.querySelectorAll<HTMLElement>(`#${place} > *`)].every(
          (each) => each.getAttribute('src') === each.dataset['src'],
        ),
      PLACE,
    );
  await expect.poll(isReleased).toBe(true);
  await steps.withdraw();
  await expect.poll(() => steps.look('held')).toEqual(written.held);
});

test('Turbo: a script in the head once, one in the body as often as an ordinary one', async ({
  person,
  session,
  world,
}) => {
  const pageOf = (name: string) =>
    documentWith(
      `<a href="/${name === 'a' ? 'b' : 'a'}">On</a><main id="${name}">${ordinary('body')}${held('', INLINE)}</main>`,
      `${load('/turbo.js')}${held('', "(globalThis.ran ??= []).push('head')")}`,
    );
  await serve(world, { '/b': pageOf('b') }, '/turbo.js');
  await person.visit(pageOf('a'), { at: '/a' });
  await person.press('accept');
  await expect.poll(person.ran).toEqual(['head', 'inline']);
  for (const name of ['b', 'a', 'b']) {
    await session.run(() => document.querySelector<HTMLElement>('body > a')?.click());
    await expect
      .poll(() => session.run((id) => document.querySelector(`main#${id}`) !== null, name))
      .toBe(true);
    await expect
      .poll(() => session.run(() => document.documentElement.matches('[aria-busy]')))
      .toBe(false);
  }
  const plain = await session.run(() => (globalThis as { plain?: string[] }).plain?.length ?? 0);
  await expect
    .poll(async () => (await person.ran()).filter((word) => word === 'inline').length)
    .toBe(plain);
  expect((await person.ran()).filter((word) => word === 'head')).toHaveLength(1);
});
