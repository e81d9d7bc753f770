import { expect, it } from 'vitest';
import { agentOf, parseUserAgent, syntheticType } from './user-agent.ts';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome 156.0',
    'Windows 10.0',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1.2',
    'Edge 156.0',
    'Windows 10.0',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    'Firefox 153.0',
    'Linux ',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari 26.1',
    'macOS 10.15',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.1 Mobile/15E148 Safari/604.1',
    'Chrome 140.0',
    'iOS 18.7',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
    'Safari 17.6',
    'iOS 17.6',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
    'SamsungBrowser 26.0',
    'Android 14',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 OPR/110.0',
    'Opera 110.0',
    'CrOS 14541.0',
  ],
  ['', ' ', ' '],
  ['curl/8.0', ' ', ' '],
])('S-11 %s', (agent, browser, system) => {
  const { name, version, osName, osVersion } = parseUserAgent(agent);
  expect(`${name} ${version}`).toBe(browser);
  expect(`${osName} ${osVersion}`).toBe(system);
});

const FROZEN =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const brand = (name: string, version = '156') => ({ brand: name, version });
const MADE_UP = brand('Not:A-Brand', '24');

it.each([
  [[MADE_UP, brand('Chromium'), brand('Google Chrome')], 'Windows', 'Chrome 156', 'Windows '],
  [[brand('Microsoft Edge', '155'), MADE_UP, brand('Chromium')], 'macOS', 'Edge 155', 'macOS '],
  [[brand('Chromium'), brand('Brave'), MADE_UP], 'Linux', 'Brave 156', 'Linux '],
  [[brand('Chromium'), MADE_UP], 'Chrome OS', 'Chromium 156', 'CrOS '],
  [[], '', 'Chrome 156.0', 'Windows 10.0'],
  [[MADE_UP], 'Android', 'Chrome 156.0', 'Android '],
])('S-11 hints %j on %s', (brands, platform, browser, system) => {
  const { name, version, osName, osVersion } = agentOf(FROZEN, { brands, platform });
  expect(`${name} ${version}`).toBe(browser);
  expect(`${osName} ${osVersion}`).toBe(system);
});

it('S-11 without hints it is what the string says', () => {
  expect(agentOf(FROZEN)).toEqual(parseUserAgent(FROZEN));
});

it('F-29 a browser that a program drives is a test, whatever it calls itself', () => {
  expect(syntheticType(FROZEN, true)).toBe('test');
  expect(syntheticType(FROZEN, false)).toBe('');
  expect(syntheticType('Googlebot/2.1 (+http://www.google.com/bot.html)', false)).toBe('bot');
});
