import { expect, settings, test } from '../../support/fixture.ts';

const social = {
  id: 'social',
  recipients: ['Google', 'Facebook', 'Pinterest'],
  why: 'Shows posts and films of others.',
};
const pageWith = (change: object, more: object = {}): string =>
  `${settings({ policy: { purposes: [{ ...social, ...change }], ...more } })}{{tag}}
  <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>
  <p>Boots</p>`;

test('L-28 L-32 a new recipient: that purpose is asked again, with the change in words', async ({
  page,
  visit,
  notice,
  ran,
  records,
  state,
}) => {
  await visit(pageWith({}));
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(records).toHaveLength(1);

  await visit(pageWith({ recipients: [...social.recipients, 'Ad House'] }));
  await notice.asks();
  await expect(page.getByText('New recipient: Ad House')).toBeVisible();
  await expect(notice.element.getByRole('heading', { level: 3 })).toHaveCount(1);
  await expect.poll(ran).toEqual(['/stats.js']);
  expect(await state()).toMatchObject({
    decided: false,
    purposes: { analytics: true, social: false },
  });

  await notice.accept();
  await expect.poll(records).toMatchObject([{}, { purposes: { analytics: true, social: true } }]);
  expect((await records())[1]?.['asked']).toMatchObject({
    purposes: { social: { recipients: ['Google', 'Facebook', 'Pinterest', 'Ad House'] } },
  });
});

test('L-32 that it is asked again stands in the title, and when the last answer was', async ({
  page,
  visit,
  notice,
}) => {
  await page.clock.install({ time: new Date('2026-03-03T12:00:00Z') });
  await visit(pageWith({}));
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-04-04T12:00:00Z'));
  await visit(pageWith({ recipients: [...social.recipients, 'Ad House'] }));
  await notice.asks();
  const layer = page.getByRole('dialog', { name: /asks for your consent again/ });
  await expect(layer).toContainText('March 3, 2026');
  await expect(notice.control('withdraw')).toHaveCount(0);
});

test('L-20 a no to what is asked again leaves a yes to the rest, and all can be taken back', async ({
  visit,
  notice,
  records,
  ran,
}) => {
  await visit(pageWith({}));
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await visit(pageWith({ recipients: [...social.recipients, 'Ad House'] }));
  await notice.asks();
  await expect(notice.control('withdraw')).toBeVisible();
  await notice.reject();
  await expect
    .poll(records)
    .toMatchObject([{}, { source: 'reject-all', purposes: { analytics: true, social: false } }]);
  await visit(pageWith({ recipients: [...social.recipients, 'Film House'] }));
  await notice.press('withdraw');
  await expect
    .poll(records)
    .toMatchObject([{}, {}, { source: 'withdraw', purposes: { analytics: false, social: false } }]);
});

test('L-28 other words, another order, another version: nobody is asked', async ({
  visit,
  notice,
  records,
  state,
}) => {
  await visit(pageWith({}));
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await visit(
    pageWith(
      {
        why: 'Brings in what others have posted.',
        recipients: ['Pinterest', 'Google', 'Facebook'],
      },
      { version: '2031-01-01' },
    ),
  );
  await expect.poll(state).toMatchObject({ decided: true });
  await expect(notice.permanentControl).toBeVisible();
  await notice.isSilent();
});

test('L-28 less of anything: nobody is asked, and what was granted goes on', async ({
  visit,
  notice,
  ran,
  records,
  state,
}) => {
  const more = { visitors: 'visit', queryParameters: ['size'], retention: 'P2Y' };
  await visit(pageWith(more, { dataItems: { page: { retention: 'P1Y' } } }));
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(records).toHaveLength(1);
  await visit(
    pageWith(
      { recipients: ['Google'], data: ['ip', 'page'], retention: 'P1Y', services: [] },
      { dataItems: { page: { retention: 'P1M' } } },
    ),
  );
  await expect.poll(state).toMatchObject({ decided: true, purposes: { social: true } });
  await notice.isSilent();
});

test('L-28 an item kept longer, linked visits, a parameter: asked again, and told', async ({
  page,
  visit,
  notice,
  records,
  state,
}) => {
  await visit(pageWith({}, { dataItems: { ip: { retention: 'P1M' } } }));
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  await visit(
    pageWith(
      { visitors: 'id', queryParameters: ['size'] },
      { dataItems: { ip: { retention: 'P2M' } } },
    ),
  );
  await notice.asks();
  expect((await state()).purposes).toMatchObject({ analytics: false, social: false });
  await expect(page.getByText('New parts of addresses: size')).toBeVisible();
  await expect(page.getByText('IP address kept for 2 months instead of 1 month')).toHaveCount(2);
});
