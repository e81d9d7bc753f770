// Coarse browser and operating system from a user agent string; nothing finer is ever asked for (S-11).

export interface Agent {
  readonly name: string;
  readonly version: string;
  readonly osName: string;
  readonly osVersion: string;
}

/* Order matters: Edge and Opera also say Chrome, and Chrome also says Safari. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\/([\d.]+)/],
  ['Opera', /OPR\/([\d.]+)/],
  ['Samsung Internet', /SamsungBrowser\/([\d.]+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/([\d.]+)/],
  ['Chrome', /(?:Chrome|CriOS)\/([\d.]+)/],
  ['Safari', /Version\/([\d.]+).*Safari\//],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Windows', /Windows NT ([\d.]+)/],
  ['Android', /Android ([\d.]+)/],
  ['iOS', /(?:iPhone|iPad).*? OS ([\d_]+)/],
  ['macOS', /Mac OS X ([\d_.]+)/],
  ['ChromeOS', /CrOS \S+ ([\d.]+)/],
  ['Linux', /Linux()/],
];

function firstOf(list: readonly (readonly [string, RegExp])[], agent: string): [string, string] {
  for (const [name, pattern] of list) {
    const found = pattern.exec(agent);
    if (found) return [name, (found[1] ?? '').replaceAll('_', '.')];
  }
  return ['', ''];
}

/** Empty strings for what is not recognised. */
export function parseUserAgent(agent: string): Agent {
  const [name, version] = firstOf(BROWSERS, agent);
  const [osName, osVersion] = firstOf(SYSTEMS, agent);
  return { name, version, osName, osVersion };
}
