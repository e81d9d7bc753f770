// Held scripts stay where they are: a copy runs in their place, tells them what came of it, and is gone.
import type { Page } from 'playwright/test';
import { documentWith, held } from './held.ts';
import { expect, softly, test } from './steps.ts';

const pushing = (word: string): string => `(globalThis.ran ??= []).push('${word}')`;

const told = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...((globalThis as { told?: string[] }).told ?? [])]);

test('a script sees itself in its place, and what it puts there stays there @engine', async ({
  own,
  page,
  visit,
  world,
}) => {
  // As embed codes find their place: by the script that runs, by their own address, by being the last one.
  const embed = (name: string) => `{
    const { currentScript } = document;
    (globalThis.told ??= []).push('${name} ' + [
      currentScript?.parentElement?.id,
      currentScript?.getAttribute('data-name'),
      currentScript?.id,
      currentScript?.isConnected,
    ].join());
    const placed = document.createElement('p');
    placed.dataset.placed = '';
    placed.textContent = 'By ${name}';
    currentScript?.parentNode.insertBefore(placed, currentScript.nextSibling);
  }`;
  world.host.put(
    '/embed.js',
    `${embed('external')}
     const mine = document.querySelectorAll('script[src$="/embed.js?of=mine"]');
     told.push('found by its address ' + (mine.length > 0 && mine[mine.length - 1].parentElement.id));`,
  );
  const markup = documentWith(`<main>
    <div id="one"><b>1</b>${held('id="first" data-name="a"', embed('inline'))}<b>2</b></div>
    <div id="two"><b>1</b>${held('id="second" data-name="b" data-src="/embed.js?of=mine"')}<b>2</b></div>
  </main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(0);
  await own.accept('nothing');
  await softly
    .poll(() => told(page))
    .toEqual(['inline one,a,first,true', 'external two,b,second,true', 'found by its address two']);
  for (const [id, text] of [
    ['one', '1By inline2'],
    ['two', '1By external2'],
  ] as const) {
    const seen = page.locator(`#${id} :not(script)`).allTextContents();
    softly((await seen).join(''), 'what it put there').toBe(text);
  }
  await own.isAsWritten('released');
});

test('load and error are told to the held element once: attribute, property, listener', async ({
  own,
  page,
  visit,
  law,
  world,
}) => {
  law.allow('consoleErrors', /404|Failed to load/);
  const telling = (name: string) =>
    `onload="told.push('${name} load attribute ' + (this === event.target))"
     onerror="told.push('${name} error attribute ' + (this === event.target))"`;
  world.host.put('/there.js', pushing('there'));
  const scripts = [
    held(`id="async" async data-src="/there.js?1" ${telling('async')}`),
    held(`id="ordered" data-src="/there.js?2" ${telling('ordered')}`),
    held(`id="module" data-type="module" data-src="/there.js?3" ${telling('module')}`),
    held(`id="missing" data-src="/missing.js" ${telling('missing')}`),
    held('id="property" data-src="/there.js?4"'),
    held('id="listener" data-src="/there.js?5"'),
    held('id="lost" data-src="/missing.js?2"'),
  ];
  const markup = documentWith(
    `<script>globalThis.told = [];</script><main id="scripts">${scripts.join('')}</main>
     <script>
       document.querySelector('#property').onload = (event) => told.push('property load ' + event.type);
       for (const id of ['listener', 'lost'])
         for (const type of ['load', 'error'])
           document.querySelector('#' + id).addEventListener(type, ({ type }) => told.push(id + ' ' + type));
     </script>`,
  );
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember('', 'main');
  });
  await visit(markup);
  await own.waits(0);
  await own.accept('nothing');
  const all = [
    'async load attribute true',
    'listener load',
    'lost error',
    'missing error attribute true',
    'module load attribute true',
    'ordered load attribute true',
    'property load load',
  ];
  await softly.poll(async () => (await told(page)).toSorted()).toEqual(all);
  await own.runs(5, ['there']);
  await own.isAsWritten('released', '', 'main');
  softly((await told(page)).toSorted(), 'and no oftener').toEqual(all);
});

test('what no browser will run is not waited for @engine', async ({ own, visit, world }) => {
  world.host.put('/modern.js', pushing('modern'));
  world.host.put('/legacy.js', pushing('legacy'));
  world.host.put('/data.js', pushing('data'));
  world.host.put('/late.js', pushing('late'));
  await visit(
    documentWith(`<main>
      ${held('data-type="module" data-src="/modern.js"')}
      ${held('nomodule data-src="/legacy.js"')}
      ${held('data-type="text/x-template" data-src="/data.js"')}
      ${held('data-type="application/json"', '{}')}
      ${held('', pushing('inline'))}
      ${held('data-src="/late.js"')}
    </main>`),
  );
  await own.waits(0);
  await own.accept('nothing');
  await own.runs(1, ['modern', 'inline', 'late']);
});

test('a script that is taken out of the page while another loads stops nothing', async ({
  own,
  page,
  visit,
  law,
  world,
}) => {
  law.allow('consoleErrors', /404/);
  world.host.put('/next.js', pushing('next'));
  const release = world.widget.hold('slow.js');
  await visit(
    documentWith(`<main>${held('id="slow" data-src="{{widget}}/slow.js"')}
      ${held('id="gone"', pushing('gone'))}${held('data-src="/next.js"')}</main>`),
  );
  await own.waits(0);
  await own.accept('nothing');
  await expect.poll(() => world.widget.fetched()).toContain('slow.js');
  await page.evaluate(() => {
    document.querySelector('#slow')?.remove();
    document.querySelector('#gone')?.remove();
  });
  await own.runs(1, ['next']);
  release();
});

test('a host that never answers holds up the others for eight seconds and no longer', async ({
  own,
  page,
  visit,
  world,
}) => {
  await page.clock.install();
  world.host.put('/next.js', pushing('next'));
  world.widget.hold('hanging.js');
  await visit(
    documentWith(`<main>${held('data-src="{{widget}}/hanging.js"')}
      ${held('', pushing('inline'))}${held('data-src="/next.js"')}</main>`),
  );
  await own.waits(0);
  await own.accept('nothing');
  await expect.poll(() => world.widget.fetched()).toContain('hanging.js');
  await page.clock.runFor(8000);
  await own.runs(1, ['inline', 'next']);
});

test('an address that was left in src waits, and keeps its place in the order', async ({
  own,
  visit,
}) => {
  const markup = documentWith(`<main>
    <script type="text/plain" data-consent="analytics" src="{{third-party}}/first.js"></script>
    ${held('', pushing('inline'))}
    <script type="text/plain" data-consent="analytics" src="{{third-party}}/last.js"></script>
  </main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(0);
  await own.accept('nothing');
  await own.comes(1, ['/first.js', 'inline', '/last.js'], ['/first.js', '/last.js']);
  await own.isAsWritten('released');
});

test('document.write in a held script leaves the page standing, and is named @engine', async ({
  own,
  page,
  visit,
  law,
  ran,
  records,
}) => {
  law.allow('consoleErrors', /document\.write/);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const writing = `document.write('<p>Advert</p>'); document.writeln('<b>more</b>'); ${pushing('wrote')}`;
  const markup = documentWith(
    `<main><h1>A page</h1>${held('', writing)}${held('', pushing('after'))}</main>`,
  );
  for (const when of ['at the press', 'on the next page']) {
    await visit(markup);
    if (when === 'at the press') {
      await own.waits(0);
      await own.accept('nothing');
    }
    await softly.poll(ran).toEqual(['wrote', 'after']);
    await softly.poll(records).toHaveLength(1);
    await softly(page.getByRole('heading', { name: 'A page' }), when).toBeVisible();
    // The words for it come in a file of their own.
    await softly
      .poll(() => said.some((text) => text.includes('document.write')), `named ${when}`)
      .toBe(true);
    said.length = 0;
  }
  // The page's own writing is its own affair.
  await page.evaluate(() => {
    document.open();
    document.write('<p>Another page</p>');
    document.close();
  });
  await expect(page.getByText('Another page')).toBeVisible();
});
