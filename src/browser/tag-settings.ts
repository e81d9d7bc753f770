// Reads the settings on the tag, and tells whether there are more than the tag alone holds.
import { SCALARS, type Scalars } from '../core/settings.ts';

/** Settings from one place: a file, JSON in the page, or an object. */
export interface Layer {
  readonly url?: string;
  readonly json?: string;
  readonly data?: object;
}

/** What a Customer gave. */
export interface Given {
  readonly scalars: Scalars;
  /** Further settings, in the order in which they win, all before the scalars. */
  readonly layers: readonly Layer[];
}

/** Settings written as JSON in the page, before the tag. */
const IN_PAGE = 'script[data-s9-config]';

export function readGiven({ dataset }: HTMLElement): Given {
  const inPage = Array.from(document.querySelectorAll(IN_PAGE), (script) => ({ json: script.textContent }));
  return {
    scalars: Object.fromEntries(Object.entries(dataset).filter(([name]) => SCALARS.includes(name))),
    layers: [...(dataset['config'] ? [{ url: dataset['config'] }] : []), ...inPage],
  };
}
