// Reads off the page where the widget's settings stand.

export interface Tag {
  /** Folder of the widget's files. */
  readonly folder: string;
  readonly endpoint: string | null;
  /** Whole address of a file of settings. */
  readonly config: string | null;
  /** Settings written in the page, as text. */
  readonly inPage: readonly string[];
}

/** Must hold everything it uses. `null` on a page without the script tag. */
export function readTag(): Tag | null {
  const tag = document.querySelector<HTMLScriptElement>('script[src*="s9-consent.js"]');
  if (!tag) return null;
  const { endpoint = null, config = null } = tag.dataset;
  const inPage = [...document.querySelectorAll('script[data-s9-config]')];
  return {
    folder: new URL('.', tag.src).href,
    endpoint,
    config: config && new URL(config, document.baseURI).href,
    inPage: inPage.map((script) => script.textContent ?? ''),
  };
}
