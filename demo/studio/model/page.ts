// A page with a design on it, as a Customer would have it: the markup of the studio's frames.
import type { Design, DesignSettings } from './design.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? '');

/** JSON that no parser of markup sees an end in. */
export const inScript = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** The tokens as a block for a Customer's stylesheet; empty where none is set. */
export function cssOf({ tokens }: Pick<Design, 'tokens'>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};\n`);
  return lines.length > 0 ? `:root {\n${lines.join('')}}\n` : '';
}

export interface PageOptions {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** What the page declares. */
  readonly scheme?: 'light' | 'dark';
  /** What stands in the page: markup of the studio's own. */
  readonly body?: string;
  /** Where the tag comes from. */
  readonly tag?: string;
  readonly title?: string;
  /** Where the page tells its visit, and each answer; without it no server is told anything. */
  readonly receiver?: string;
  /** Nothing of the studio's own is on it, style neither. */
  readonly isEmpty?: boolean;
}

/** The page of a frame tells no server of the Customer's anything. */
function withReceiver(settings: DesignSettings, receiver: string | undefined): DesignSettings {
  const { endpoint: _, proofEndpoint: __, ...rest } = settings;
  return receiver ? { ...rest, endpoint: receiver, proofEndpoint: receiver } : rest;
}

const widgetOf = (settings: DesignSettings, { tag = '/s9-consent.js' }: PageOptions) =>
  `<script type="application/json" data-s9-config>${inScript(settings)}</script>
<script src="${tag}"></script>`;

export const STYLE = `body { font: 17px/1.6 Georgia, "Liberation Serif", serif; margin: 0 auto; padding: 24px 20px; max-width: 44rem }
:root { background: light-dark(#fdfdfc, #14171a); color: light-dark(#22272b, #d9dcde) }
h1 { font-size: 2rem; line-height: 1.15; text-wrap: balance; margin: 0 0 .6em } header { font-style: italic; margin-bottom: 2rem }`;

/** Everything up to the end of the document, but for its doctype, which the frame has already. */
export function pageOf(design: Design, options: PageOptions = {}): string {
  const { lang = 'en', dir = 'ltr', scheme = 'light', isEmpty = false } = options;
  const { title = 'A page of yours', body = '', receiver } = options;
  return `<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="${scheme}">
${isEmpty ? '' : `<style>${STYLE}</style>`}<style data-tokens>${cssOf(design)}</style>
${widgetOf(withReceiver(design.settings, receiver), options)}</head><body>${isEmpty ? '' : body}</body></html>`;
}
