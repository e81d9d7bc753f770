// Defaults, a file, the page, the tag: the same settings everywhere, and what comes later wins.
import { expect, settings, test } from '../../support/fixture.ts';

/** The tag without the scalars that would win over everything. */
const PLAIN = '<script src="{{widget}}/s9-consent.js"></script>';
const withFile = (more = ''): string =>
  `<script src="{{widget}}/s9-consent.js" data-config="/consent.json"${more}></script>`;

const COMPLETE = { name: 'From the page', contact: 'page@shop.example', privacyUrl: '/privacy' };

test('the tag alone works, with the default policy', async ({ visit, notice, state }) => {
  await visit('<p>Shoes</p>', { tag: PLAIN });
  await notice.asks();
  await expect(notice.element).toContainText('Social9');
  expect((await state()).purposes).toEqual({ necessary: true, analytics: false, social: false });
});

test('settings in the page', async ({ visit, notice }) => {
  await visit('page.html', { tag: PLAIN });
  await notice.asks();
  await expect(notice.element).toContainText('From the page');
});

test('settings in a file', async ({ visit, notice }) => {
  await visit('<p>Shoes</p>', { tag: withFile() });
  await notice.asks();
  await expect(notice.element).toContainText('From the file');
  await expect(notice.element).toContainText('Films of others');
});

test('the page wins over the file, and keeps what it does not mention', async ({
  visit,
  notice,
}) => {
  await visit('page.html', { tag: withFile() });
  await notice.asks();
  await expect(notice.element).toContainText('From the page');
  await expect(notice.element).not.toContainText('From the file');
  await expect(notice.element).toContainText('Films of others');
});

test('the tag wins over both', async ({ visit, notice }) => {
  await visit('page.html', { tag: withFile(' data-controller="From the tag"') });
  await notice.asks();
  await expect(notice.element).toContainText('From the tag');
  await expect(notice.element).not.toContainText(/From the (page|file)/);
});

test('the policy may be a file of its own', async ({ visit, notice }) => {
  await visit(`${settings({ policy: '/policy.json' })}{{tag}}<p>Shoes</p>`, { tag: PLAIN });
  await notice.asks();
  await expect(notice.element).toContainText('From a policy of its own');
});

test('a purpose of the Customer is asked for, granted and released', async ({
  visit,
  notice,
  ran,
}) => {
  const purpose = {
    id: 'chat',
    name: 'A chat with us',
    why: 'To talk to a person at once.',
    data: ['ip', 'page'],
    basis: 'consent',
    recipients: ['Talk Ltd'],
    retention: 'P1M',
    visitors: 'none',
    queryParameters: [],
    cookies: [],
    storage: [],
    services: [],
  };
  const policy = { controller: COMPLETE, purposes: [purpose] };
  await visit(
    `${settings({ policy })}{{tag}}<script type="text/plain" data-consent="chat" data-src="{{third-party}}/chat.js"></script>`,
    { tag: PLAIN },
  );
  await notice.choose('chat');
  await expect.poll(ran).toEqual(['/chat.js']);
});

test('a purpose that was dropped is not asked for', async ({ visit, notice, state }) => {
  const policy = { controller: COMPLETE, purposes: [{ id: 'social', drop: true }] };
  await visit(`${settings({ policy })}{{tag}}<p>Shoes</p>`, { tag: PLAIN });
  await notice.asks();
  expect((await state()).purposes).toEqual({ necessary: true, analytics: false });
  await expect(notice.element).not.toContainText('To show videos and posts');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`data-theme="${scheme}"`, async ({ visit, notice }) => {
    await visit('<p>Shoes</p>', { tag: { 'data-theme': scheme } });
    await notice.asks();
    const used = await notice
      .control('reject')
      .first()
      .evaluate((control) => getComputedStyle(control).colorScheme);
    expect(used).toMatch(scheme);
  });
}

test('a notice that lacks what the law asks warns once, and still asks', async ({
  page,
  visit,
  notice,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await visit('<p>Shoes</p>', { tag: PLAIN });
  await notice.asks();
  await expect.poll(() => warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/contact/);
});
