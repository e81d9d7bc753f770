import { expect, it } from 'vitest';
import { normalHost, servicesOf } from '../../core/gate/hosts.ts';
import { social9 } from './policy.ts';

it.each([
  ['https://www.youtube.com/embed/1', 'youtube'],
  ['https://youtube.com/embed/1', 'youtube'],
  ['https://M.YouTube.com/watch?v=1', 'youtube'],
  ['https://www.youtube-nocookie.com/embed/1', 'youtube'],
  ['https://youtu.be/1', 'youtube'],
  ['https://i.ytimg.com/vi/1/hqdefault.jpg', 'youtube'],
  ['https://www.facebook.com/plugins/post.php', 'facebook'],
  ['https://facebook.com./plugins/page.php', 'facebook'],
  ['https://connect.facebook.net/en_US/sdk.js', 'facebook'],
  ['https://scontent.xx.fbcdn.net/v/1.jpg', 'facebook'],
  ['https://assets.pinterest.com/js/pinit.js', 'pinterest'],
  ['https://pinterest.com/pin/1', 'pinterest'],
  ['https://pin.it/1', 'pinterest'],
  ['https://i.pinimg.com/1.jpg', 'pinterest'],
  ['https://www.google.com/maps/embed?pb=1', 'google'],
  ['https://google.com/maps/embed?pb=1', 'google'],
  ['https://maps.google.com/maps?output=embed', 'google'],
  ['https://maps.googleapis.com/maps/api/js', 'google'],
])('the default policy knows whose %s is', (address, service) => {
  expect(servicesOf(social9, [normalHost(address)]).map(({ id }) => id)).toEqual([service]);
});

it.each([
  'https://notyoutube.com/embed/1',
  'https://youtube.com.stranger.example/',
  'https://www.google-analytics.com/analytics.js',
  'https://fonts.googleapis.com/css2',
])('and that %s is none of theirs', (address) => {
  expect(servicesOf(social9, [normalHost(address)])).toEqual([]);
});

it('its hosts are in the form in which they are compared', () => {
  const hosts = social9.purposes.flatMap(({ services }) => services.flatMap((each) => each.hosts));
  const names = hosts.map((host) => host.replace(/^\*\./, ''));
  expect(names.map((name) => normalHost(`https://${name}`))).toEqual(names);
});
