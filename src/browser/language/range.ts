// Which language is asked for: what the setting names, else the page's own.
import { own } from '../../core/own.ts';
import { DEFAULTS } from '../../core/settings/settings.ts';

/** As it is written there; empty where the page says nothing. */
export const rangeOf = (lang: string): string =>
  lang === DEFAULTS.lang ? own(document).documentElement.lang : lang;
