// What gtag.js does with consent, as far as a page can see it: written from its observed behaviour, run in the page.

export type State = 0 | 1 | 2;

/** One request it would send: consent as `gcs` and `gcd` tell it. */
export interface Hit {
  readonly gcs: string;
  readonly gcd: string;
}

/** What it leaves on the page for a test to look at. */
export interface Gtag {
  /** Commands in the order it ran them. */
  readonly commands: string[];
  /** Entries in a shape it passes over. */
  readonly ignored: number;
  readonly hits: Hit[];
}

/** Runs in the page; must hold everything it uses. */
export function gtagStandIn(): void {
  interface Entry {
    default?: boolean;
    update?: boolean;
  }
  const entries: Record<string, Entry> = {};
  const ics = {
    entries,
    usedDefault: false,
    usedUpdate: false,
    accessedAny: false,
    wasSetLate: false,
    listeners: [] as { keys: string[]; call: () => void }[],
    getConsentState(key: string): number {
      ics.accessedAny = true;
      const granted = entries[key]?.update ?? entries[key]?.default;
      return granted === undefined ? 0 : granted ? 1 : 2;
    },
    addListener: (keys: string[], call: () => void) => void ics.listeners.push({ keys, call }),
  };
  const seen = { commands: [] as string[], ignored: 0, hits: [] as { gcs: string; gcd: string }[] };
  Object.assign(globalThis, { google_tag_data: { ics }, standIn: seen });

  const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
  /** 1 where nothing was said, 2 denied, 3 granted. */
  const said = (granted: boolean | undefined): number => (granted === undefined ? 1 : 2 + +granted);
  function hit(): void {
    if ((globalThis as unknown as Record<string, unknown>)['ga-disable-G-1'] === true) return;
    const bit = (key: string) => ['-', '1', '0'][ics.getConsentState(key)] ?? '';
    const letter = (key: string) =>
      LETTERS[16 + said(entries[key]?.default) * 4 + said(entries[key]?.update)] ?? '';
    const keys = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
    seen.hits.push({
      gcs: `G1${bit('ad_storage')}${bit('analytics_storage')}`,
      gcd: keys.map(letter).join(''),
    });
  }

  function consent(kind: 'default' | 'update', values: Record<string, string>): void {
    const isUsed = kind === 'default' ? ics.usedDefault : ics.usedDefault || ics.usedUpdate;
    if (!isUsed && ics.accessedAny) ics.wasSetLate = true;
    ics[kind === 'default' ? 'usedDefault' : 'usedUpdate'] = true;
    const changed: string[] = [];
    for (const [key, value] of Object.entries(values)) {
      if (key === 'wait_for_update') continue;
      const entry = (entries[key] ??= {});
      if (kind === 'update' && entry.update !== (value === 'granted')) changed.push(key);
      entry[kind] = value === 'granted';
    }
    // All keys first: who listens must not read a half of it.
    for (const { keys, call } of ics.listeners)
      if (keys.some((key) => changed.includes(key))) call();
  }

  function run(entry: unknown): void {
    const shape = Object.prototype.toString.call(entry);
    if (shape === '[object Array]') seen.ignored++;
    if (shape !== '[object Arguments]') return;
    const [name, ...rest] = Array.from(entry as ArrayLike<unknown>);
    seen.commands.push([name, typeof rest[0] === 'string' ? rest[0] : ''].join(' ').trim());
    if (name === 'consent') consent(rest[0] as 'default', rest[1] as Record<string, string>);
    if (name === 'config' || name === 'event') hit();
  }

  const page = globalThis as unknown as { dataLayer: unknown[] };
  const queue = (page.dataLayer ??= []);
  queue.forEach(run);
  queue.push = (...added) => {
    const length = Array.prototype.push.apply(queue, added);
    added.forEach(run);
    return length;
  };
}

/** The usual snippet around it: what it sends is one hit. */
export const SNIPPET = `(${gtagStandIn})(); function gtag(){dataLayer.push(arguments)} gtag('js', new Date()); gtag('config', 'G-1');`;
