// Coarse browser and operating system: by low-entropy client hints where there are any, else by the user agent string.

/** Nothing finer is ever asked for (S-11); `navigator.userAgentData` has them as they are. */
export interface AgentHints {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly platform: string;
}

export interface Agent {
  readonly name: string;
  readonly version: string;
  readonly osName: string;
  readonly osVersion: string;
}

/* Order matters: all of them say the one they are built on too, Chrome also says Safari, Android also says Linux. */
const BROWSERS =
  'FBAV=Facebook,Instagram,Snapchat,Edg=Edge,OPR=Opera,OPT=Opera,YaBrowser=Yandex,SamsungBrowser,Vivaldi,Ddg=DuckDuckGo,DuckDuckGo,GSA=Google app,Firefox,FxiOS=Firefox,CriOS=Chrome,Chrome,Version=Safari';
const SYSTEMS = 'Windows NT=Windows,Android,iPhone OS=iOS,CPU OS=iOS,Mac OS X=macOS,CrOS,Linux';

/** The first token of the list that the string has, with the version that follows it. */
function find(tokens: string, agent: string): [name: string, version: string] {
  for (const token of tokens.split(',')) {
    const [written = '', name = written] = token.split('=');
    const found = new RegExp(`\\b${written}\\w*(?:[/ ](?:x86_64 )?(\\d+(?:[._]\\d+)?))?`).exec(
      agent,
    );
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

/** Made up, so that nobody counts on the list: “Not_A Brand”, “(Not(A:Brand”. */
const MADE_UP = /not.*brand/i;

/**
 * By hints where there are any: what the string says of the system there has been the same for years, whatever the
 * system is, so its version stays unsaid.
 */
export function agentOf(userAgent: string, hints?: AgentHints): Agent {
  const parsed = parseUserAgent(userAgent);
  const real = hints?.brands.filter(({ brand }) => !MADE_UP.test(brand)) ?? [];
  const { brand, version } = real.find((each) => each.brand !== 'Chromium') ?? real[0] ?? {};
  return {
    name: brand?.replace(/^(Google|Microsoft) /, '') ?? parsed.name,
    version: version ?? parsed.version,
    osName: hints?.platform.replace('Chrome OS', 'CrOS') || parsed.osName,
    osVersion: hints?.platform ? '' : parsed.osVersion,
  };
}

const BOT =
  /bot\b|bot[^a-z]|crawl|spider|slurp|headless|lighthouse|phantom|preview|fetch|monitor|scan|archive|feed|python|curl|wget|java\/|http|\+\w|libwww|\S@\S+\.[a-z]|^(?!Mozilla|Opera)/i;

/** Whether nobody sits there: a bot by its own words; a test where the browser says that a program drives it. */
export const syntheticType = (userAgent: string, isDriven: boolean): 'bot' | 'test' | '' =>
  isDriven ? 'test' : BOT.test(userAgent) ? 'bot' : '';
