// Coarse browser and operating system from a user agent string; nothing finer is ever asked for (S-11).

export interface Agent {
  readonly name: string;
  readonly version: string;
  readonly osName: string;
  readonly osVersion: string;
}

/* Order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux. */
const BROWSERS =
  'Edg=Edge OPR=Opera SamsungBrowser Firefox FxiOS=Firefox CriOS=Chrome Chrome Version=Safari';
const SYSTEMS = 'Windows_NT=Windows Android iPhone_OS=iOS CPU_OS=iOS Mac_OS_X=macOS CrOS Linux';

/** The first token of the list that the string has, with the version that follows it. */
function find(tokens: string, agent: string): [name: string, version: string] {
  for (const token of tokens.split(' ')) {
    const [written = '', name = written] = token.split('=');
    const found = new RegExp(
      `${written.replaceAll('_', ' ')}\\w*(?:[/ ](?:x86_64 )?(\\d+(?:[._]\\d+)?))?`,
    ).exec(agent);
    if (found) return [name, (found[1] ?? '').replaceAll('_', '.')];
  }
  return ['', ''];
}

/** Empty strings for what is not recognised. Versions are cut after the second number. */
export function parseUserAgent(agent: string): Agent {
  const [name, version] = find(BROWSERS, agent);
  const [osName, osVersion] = find(SYSTEMS, agent);
  return { name, version, osName, osVersion };
}
