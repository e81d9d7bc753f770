// social9-consent/astro: the tag first in each page, or as attributes for a layout; elements that wait.
import { heldFrame, heldScript, scriptText } from './held.ts';

export { heldFrame, heldScript, scriptText };

/** What stands on the tag, by its names there: docs/settings.md. */
export interface Tag {
  /** Where `s9-consent.js` stands, its other files beside it: `/s9-consent.js` without. */
  readonly src?: string | undefined;
  readonly 'data-endpoint'?: string | undefined;
  readonly 'data-controller'?: string | undefined;
  readonly 'data-contact'?: string | undefined;
  readonly 'data-privacy-url'?: string | undefined;
  readonly [attribute: string]: string | undefined;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The tag as it stands in a page. */
export function tagMarkup({ src = '/s9-consent.js', ...others }: Tag = {}): string {
  const attributes = Object.entries({ src, ...others }).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}="${escaped(value)}"`,
  );
  return `<script${attributes.join('')}></script>`;
}

/** As Astro's own middleware, without its types. */
type Middleware = (context: unknown, next: () => Promise<Response>) => Promise<Response>;

/** Puts the tag first into the head of each page, before anything else of it can ask. */
export const putFirst =
  (tag: string): Middleware =>
  async (_context, next) => {
    const response = await next();
    const headers = new Headers(response.headers);
    if (!response.body || !headers.get('content-type')?.startsWith('text/html')) return response;
    headers.delete('content-length');
    const page = await response.text();
    const whole = page.replace(/<head(\s[^>]*)?>/i, (head) => head + tag);
    return new Response(whole, { status: response.status, headers });
  };

const MODULE = 'virtual:social9-consent';

interface Setup {
  addMiddleware(middleware: { entrypoint: string; order: 'pre' | 'post' }): void;
  updateConfig(config: { vite: { plugins: object[] } }): unknown;
}

/**
 * The integration: the tag stands first in each page, prerendered or not.
 *
 * @example export default defineConfig({ integrations: [social9({ 'data-controller': 'The Daily Example' })] });
 */
export default function social9(tag: Tag = {}) {
  const plugin = {
    name: 'social9-consent',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id: string) =>
      id === `\0${MODULE}`
        ? `import { putFirst } from 'social9-consent/astro';
           export const onRequest = putFirst(${JSON.stringify(tagMarkup(tag))});`
        : null,
  };
  return {
    name: 'social9-consent',
    hooks: {
      'astro:config:setup'({ addMiddleware, updateConfig }: Setup): void {
        updateConfig({ vite: { plugins: [plugin] } });
        addMiddleware({ entrypoint: MODULE, order: 'pre' });
      },
    },
  };
}
