// The same in WebKit, which has no Navigation API: a page that goes on by a call is a view of its own.
import { expect, test } from '../../support/webkit.ts';

test('F-27 a path the page goes to by a call is a view', async ({ person, session, world }) => {
  await person.visit('<p>Shoes</p>');
  await person.press('accept');
  const paths = () =>
    world.receiver.events('s9.page_view').map(({ attributes }) => attributes['url.path']);
  await expect.poll(paths).toEqual(['/']);
  await session.run(() => history.pushState(null, '', '/two?size=44'));
  await expect.poll(paths).toEqual(['/', '/two']);
  await session.run(() => history.replaceState(null, '', '/three'));
  await expect.poll(paths).toEqual(['/', '/two', '/three']);
});
