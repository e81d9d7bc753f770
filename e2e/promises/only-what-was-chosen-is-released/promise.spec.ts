// Exactly what was switched on is released, purpose by purpose and service by service.
import { expect, test } from '../../support/fixture.ts';

const CHOICES = [
  { on: ['analytics'], runs: ['analytics'] },
  { on: ['social'], runs: ['social', 'youtube', 'facebook'] },
  {
    on: ['analytics', 'social'],
    runs: ['analytics', 'social', 'both', 'youtube', 'facebook', 'mixed'],
  },
  { on: ['service:youtube'], runs: ['youtube'] },
  { on: ['service:facebook', 'analytics'], runs: ['analytics', 'facebook', 'mixed'] },
];

for (const { on, runs } of CHOICES) {
  test(`L-20 ${on.join(' and ')}: ${runs.join(', ')} and no other`, async ({
    visit,
    notice,
    ran,
    state,
    world,
  }) => {
    const expected = runs.map((name) => `/${name}.js`);
    await visit();
    await notice.choose(...on);
    await expect.poll(ran).toEqual(expected);
    expect(world.thirdParty.hits().toSorted()).toEqual(expected.toSorted());
    const { purposes } = await state();
    expect(purposes['analytics']).toBe(on.includes('analytics'));
    await expect.poll(() => world.receiver.deliveries().length > 0).toBe(on.includes('analytics'));
  });
}

test('all does not mean what no purpose names', async ({ visit, notice, ran, world }) => {
  await visit();
  await notice.accept();
  await expect.poll(ran).toContain('/mixed.js');
  expect(world.thirdParty.hits()).not.toContain('/unknown.js');
  expect(world.thirdParty.hits()).not.toContain('/nameless.js');
});

test('a switch alone changes nothing until Save @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('choose');
  await notice.turn('analytics', true);
  await page.keyboard.press('Escape');
  await expect(notice.panel).toContainText('Not saved yet');
  await page.keyboard.press('Escape');
  await expect(notice.panel).toBeHidden();
  expect(await records()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.press('choose');
  await expect(notice.switchOf('analytics')).not.toBeChecked();
});

test('L-20 a later change of mind releases only what is new', async ({
  visit,
  notice,
  ran,
  records,
}) => {
  await visit();
  await notice.choose('analytics');
  await expect.poll(ran).toEqual(['/analytics.js']);
  await notice.permanentControl.click();
  await expect(notice.switchOf('analytics')).toBeChecked();
  await notice.turn('service:youtube', true);
  await notice.press('save');
  await expect.poll(ran).toEqual(['/analytics.js', '/youtube.js']);
  await expect.poll(records).toHaveLength(2);
  const [first, second] = await records();
  expect(second).toMatchObject({ source: 'custom', services: { youtube: true, facebook: false } });
  expect(second?.previous).toBe(first?.['hash']);
});
