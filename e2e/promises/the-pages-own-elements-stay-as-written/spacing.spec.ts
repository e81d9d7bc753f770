// Spacing rules of usual style sheets, and a WordPress block theme's markup: no frame moves or changes its size.
import { readFile } from 'node:fs/promises';
import { FRAME, held, SETTINGS, TEMPLATE } from './held.ts';
import { softly, test } from './steps.ts';

const FRAMES = 15;

test('L-30 no spacing rule sees us', async ({ own, page, visit, world }) => {
  const text = await readFile(new URL('spacing.html', import.meta.url), 'utf8');
  const markup = text
    .replace('{{settings}}', SETTINGS)
    .replaceAll('{{frame}}', FRAME)
    .replace('{{template}}', TEMPLATE.replace('<p ', '<p hidden '))
    .replace('{{script}}', held('data-src="{{third-party}}/first.js"'));
  // All at once: who scrolls moves what is measured.
  await page.setViewportSize({ width: 1280, height: 6000 });
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(FRAMES);
  await own.isAsWritten('held');
  for (const frame of await page.locator('main iframe').all()) {
    softly(await own.placeholders.isAt(frame), 'its placeholder lies in it').toBe(true);
  }
  await own.accept('nothing');
  await softly.poll(() => world.thirdParty.count('/frame.html')).toBe(FRAMES);
  for (const frame of await page.locator('main iframe').all()) {
    await softly(frame.contentFrame().getByText('Frame of a third party')).toBeAttached();
  }
  await own.isAsWritten('released');
  await own.withdraw(FRAMES);
  await own.isAsWritten('held');
});
