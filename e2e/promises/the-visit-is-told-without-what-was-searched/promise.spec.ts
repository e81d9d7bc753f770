// After the grant one page view is sent, with what the notice declared and nothing from the query.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

/** Attribute → data item of the default policy (contract, section 7). */
const DECLARED = new Set([
  'url.domain',
  'url.path',
  'user_agent.name',
  'user_agent.version',
  'user_agent.os.name',
  'user_agent.os.version',
  'user_agent.synthetic.type',
  's9.event.id',
  's9.record.id',
]);

/** What became of each request, as the ledger has it. */
const outcomes = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(async () => {
    const kept = await (globalThis as unknown as WithApi).social9.consent.export();
    return (kept?.ledger ?? []).map(({ outcome }) => outcome);
  });

test('one page view, with the declared attributes only', async ({
  visit,
  notice,
  world,
  records,
  browserName,
}) => {
  await visit('page.html', { at: '/shoes?email=annabel@mail.example&size=forty-four#reviews' });
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const { attributes = {} } = world.receiver.events('s9.page_view')[0] ?? {};
  await expect.poll(records).toHaveLength(1);
  const [record] = await records();
  expect(attributes).toMatchObject({
    'url.domain': 'localhost',
    'url.path': '/shoes',
    'user_agent.name': expect.stringMatching(browserName === 'firefox' ? /Firefox/ : /Chrom/),
    'user_agent.version': expect.stringMatching(/^\d+/),
    'user_agent.os.name': expect.stringMatching(/^[A-Z]/i),
    's9.record.id': record?.recordId,
  });
  expect(Object.keys(attributes).filter((name) => !DECLARED.has(name))).toEqual([]);
});

test('never a query, a fragment or an IP address', async ({ visit, notice, world }) => {
  await visit('page.html', { at: '/shoes?email=annabel@mail.example&size=forty-four#reviews' });
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);
  const [{ body = '', headers = {} } = {}] = world.receiver.deliveries();
  expect(body).not.toMatch(/email|annabel|mail\.example|size|forty-four|reviews/);
  expect(body, 'L-01').not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b/);
  expect(headers).toMatchObject({ 'content-type': 'application/json' });
  expect(JSON.stringify(headers)).not.toMatch(/annabel/);
});

test('a query parameter the policy lists may stay', async ({ visit, notice, world }) => {
  const policy = { purposes: [{ id: 'analytics', queryParameters: ['size'] }] };
  await visit(`${settings({ policy })}{{tag}}<p>Shoes</p>`, { at: '/shoes?email=annabel&size=44' });
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const [event] = world.receiver.events('s9.page_view');
  expect(event?.attributes['url.path']).toBe('/shoes?size=44');
});

test('an attribute is sent only where its data item is declared', async ({
  visit,
  notice,
  world,
}) => {
  const policy = { purposes: [{ id: 'analytics', data: ['ip', 'domain', 'page'] }] };
  await visit(`${settings({ policy })}{{tag}}<p>Shoes</p>`);
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const [event] = world.receiver.events('s9.page_view');
  expect(Object.keys(event?.attributes ?? {}).join()).not.toMatch(/user_agent/);
});

test('an in-page navigation is a page view @engine', async ({ page, visit, notice, world }) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await page.evaluate(() => history.pushState(null, '', '/boots?colour=red'));
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  const [, event] = world.receiver.events('s9.page_view');
  expect(event?.attributes['url.path']).toBe('/boots');
});

test('F-24 S-12 an event the receiver had no time for is sent again, as the same event', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /503/);
  await page.clock.install();
  world.receiver.answerWith({ status: 503, headers: { 'retry-after': '100' } });
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);
  world.receiver.answerWith({ status: 200, headers: {} });
  await page.clock.runFor(120_000);
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(2);
  const ids = world.receiver.events().map(({ attributes }) => attributes['s9.event.id']);
  expect(new Set(ids).size).toBe(1);
});

test('L-26 L-27 a receiver that sends it on to another gets it alone, and the ledger says so', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /./);
  const location = `${world.thirdParty.origin}/taken`;
  world.receiver.answerWith({ status: 307, headers: { location } });
  await visit();
  await notice.accept();
  // What is not answered is tried again, half a second later.
  await expect.poll(() => world.receiver.deliveries()).not.toHaveLength(0);
  await expect.poll(() => outcomes(page)).toEqual(['unanswered']);
  expect(world.thirdParty.hits().filter((hit) => hit.includes('/taken'))).toEqual([]);
});

test('L-27 what was taken and what was turned away is marked so', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /400/);
  await visit();
  await notice.accept();
  await expect.poll(() => outcomes(page)).toEqual(['sent']);
  world.receiver.answerWith({ status: 400 });
  await page.evaluate(() => history.pushState(null, '', '/boots'));
  await expect.poll(() => outcomes(page)).toEqual(['sent', 'refused']);
});
