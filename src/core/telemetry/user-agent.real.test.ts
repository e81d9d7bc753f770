// Held to account by real traffic: every string of the data set `user-agents`, as a maintained parser reads it; and by
// every crawler of `crawler-user-agents`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import crawlers from 'crawler-user-agents';
import { describe, expect, it } from 'vitest';
import { parseUserAgent, syntheticType } from './user-agent.ts';

const require = createRequire(import.meta.url);
/** It has no types of its own. */
const UAParser = require('ua-parser-js') as (agent: string) => {
  readonly browser: { readonly name?: string; readonly major?: string };
  readonly os: { readonly name?: string };
};
const DATA = require.resolve('user-agents').replace(/[^/\\]+$/, 'user-agents.json');
const real: readonly string[] = [
  ...new Set(
    (JSON.parse(readFileSync(DATA, 'utf8')) as { userAgent: string }[]).map(
      ({ userAgent }) => userAgent,
    ),
  ),
];

/** Their name → ours, where we are coarser or say it otherwise. */
const BROWSERS: Readonly<Record<string, string>> = {
  'Mobile Safari': 'Safari',
  'Chrome WebView': 'Chrome',
  'Samsung Internet': 'SamsungBrowser',
  'Opera Touch': 'Opera',
  GSA: 'Google app',
  // Safari's engine without its name: an app that shows pages.
  WebKit: '',
  // A phone's own, by the engine that it names.
  'Android Browser': 'Chrome',
};
const SYSTEMS: Readonly<Record<string, string>> = {
  'Mac OS': 'macOS',
  'Chromium OS': 'CrOS',
  Ubuntu: 'Linux',
};

const theirs = (agent: string): string => {
  const { browser, os } = UAParser(agent);
  const [name, system] = [browser.name ?? '', os.name ?? ''];
  return `${BROWSERS[name] ?? name} on ${SYSTEMS[system] ?? system}`;
};
const ours = (agent: string): string => {
  const { name, osName } = parseUserAgent(agent);
  return `${name} on ${osName}`;
};

describe('S-11 the browsers of real traffic', () => {
  it('are hundreds', () => {
    expect(real.length).toBeGreaterThan(500);
  });

  it('are known by name and system', () => {
    expect(real.filter((agent) => ours(agent) !== theirs(agent))).toEqual([]);
  });

  it('have the version that they say', () => {
    const differ = real.filter((agent) => {
      const { name = '', major = '' } = UAParser(agent).browser;
      // Theirs is that of the engine there.
      if (['WebKit', 'Android Browser'].includes(name)) return false;
      return parseUserAgent(agent).version.split('.')[0] !== major;
    });
    expect(differ).toEqual([]);
  });

  it('F-29 are no bots', () => {
    expect(real.filter((agent) => syntheticType(agent, false))).toEqual([]);
  });
});

it('F-29 crawlers are, nineteen of twenty by their own words', () => {
  const instances = crawlers.flatMap((each) => each.instances);
  expect(instances.length).toBeGreaterThan(1000);
  const known = instances.filter((agent) => syntheticType(agent, false) === 'bot');
  expect(known.length / instances.length).toBeGreaterThan(0.95);
});
