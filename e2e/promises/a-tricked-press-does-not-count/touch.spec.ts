// A press of a finger counts as one of a mouse does, after the same rest.
import { expect, test } from '../../support/fixture.ts';

test.use({ hasTouch: true });

test('F-45 a finger that taps what has rested in view says yes', async ({
  visit,
  notice,
  records,
  law,
}) => {
  await visit();
  await notice.rest(notice.control('accept'));
  law.aboutToGrant();
  await notice.control('accept').tap();
  await expect.poll(records).toMatchObject([{ source: 'accept-all', input: 'pointer' }]);
});
