// Settings that stand in the page after the tag are read by nobody: the site owner is told so.
import { own } from '../../core/own.ts';
import { IN_PAGE } from './tag-settings.ts';

/**
 * Says so in the console, once the page has been parsed.
 *
 * @param read how many scripts of settings stood there when they were read.
 */
export function tellLate(read: number): void {
  const tell = (): void => {
    if (own(document).querySelectorAll(IN_PAGE).length <= read) return;
    console.error(
      'Social9 Consent: <script data-s9-config> after the tag is not read; put it before',
    );
  };
  if (own(document).readyState === 'loading') addEventListener('DOMContentLoaded', tell);
  else tell();
}
