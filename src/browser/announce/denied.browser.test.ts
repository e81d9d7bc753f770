// What the tag says by itself: a no to those it names, at once, whatever the page has called its own things.
import { afterEach, expect, it, vi } from 'vitest';
import { sayDenied } from './denied.ts';

const page = window as unknown as Record<string, unknown>;

afterEach(() => {
  vi.restoreAllMocks();
  delete page['dataLayer'];
  delete page['uetq'];
});

it('L-10 says a no to both, and makes no name for who is not there', () => {
  sayDenied();
  sayDenied('meta googlebot');
  expect([page['dataLayer'], page['uetq']]).toEqual([undefined, undefined]);
  sayDenied('google microsoft');
  const [entry, ...others] = page['dataLayer'] as unknown[];
  expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]');
  expect(others).toEqual([]);
  const [, , values] = Array.from(entry as ArrayLike<object>);
  expect(values).toEqual({
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    functionality_storage: 'denied',
    personalization_storage: 'denied',
    security_storage: 'denied',
    wait_for_update: 500,
  });
  expect(page['uetq']).toEqual(['consent', 'default', { ad_storage: 'denied' }]);
});

it.each([
  ['2000', 2000],
  ['0', 0],
  ['soon', 500],
  ['-1', 500],
])('waits as long as the tag says, where that is a time: %s', (given, waited) => {
  sayDenied('google', given);
  const [, , values] = Array.from((page['dataLayer'] as ArrayLike<object>[])[0] ?? []);
  expect(values).toMatchObject({ wait_for_update: waited });
});

it('says it into the queues that are there', () => {
  const push = vi.fn();
  page['uetq'] = { push };
  page['dataLayer'] = ['before'];
  sayDenied('microsoft google');
  expect(push).toHaveBeenCalledExactlyOnceWith('consent', 'default', { ad_storage: 'denied' });
  expect(page['dataLayer']).toHaveLength(2);
});

it('an element of that name is no queue', () => {
  const form = document.body.appendChild(document.createElement('form'));
  form.id = 'dataLayer';
  sayDenied('google');
  expect(page['dataLayer']).toHaveLength(1);
  form.remove();
});

it('a queue that throws stops nothing, and is said', () => {
  const fault = new Error('theirs');
  page['dataLayer'] = {
    push() {
      throw fault;
    },
  };
  const said = vi.spyOn(console, 'error').mockReturnValue();
  sayDenied('google');
  expect(said).toHaveBeenCalledWith(fault);
});
