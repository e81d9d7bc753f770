// Reads the settings a Customer gave, from the tag, the page and a file; later wins.
import type { Fault } from '../core/shape.ts';

/** Settings as given, in the order in which they win. */
export interface Given {
  readonly layers: readonly unknown[];
  readonly faults: readonly Fault[];
}

const SCALARS = ['endpoint', 'lang', 'layout', 'position', 'theme', 'gpc', 'control'];

/** Scalars on the tag: `data-endpoint`, …; parties of the policy are written short. */
function scalarsOf(tag: HTMLElement): Record<string, unknown> {
  const { controller, contact, privacyUrl } = tag.dataset;
  const named = SCALARS.map((name) => [name, tag.dataset[name]]);
  return {
    ...Object.fromEntries(named),
    policy: { controller: { name: controller, contact, privacyUrl } },
  };
}

/** Fetches JSON from the Customer's own site. */
export async function fetchJson(url: string, path: string, faults: Fault[]): Promise<unknown> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch {
    faults.push({ path, expected: `JSON at ${url}` });
    return undefined;
  }
}

function inPage(faults: Fault[]): unknown[] {
  const scripts = document.querySelectorAll('script[type="application/json"][data-s9-config]');
  return Array.from(scripts, (script) => {
    try {
      return JSON.parse(script.textContent) as unknown;
    } catch {
      faults.push({ path: 'data-s9-config', expected: 'JSON' });
      return undefined;
    }
  });
}

/** Without `data-config` the answer is there at once, and a returning visitor waits for nothing. */
export function readGiven(tag: HTMLElement): Given | Promise<Given> {
  const faults: Fault[] = [];
  const near = [...inPage(faults), scalarsOf(tag)];
  const { config } = tag.dataset;
  if (!config) return { layers: near, faults };
  return fetchJson(config, 'data-config', faults).then((far) => ({ layers: [far, ...near], faults }));
}
