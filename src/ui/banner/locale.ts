// The words that the banner's file has, and lends to the second layer's.
import type { Locale, Translation } from '../../locales/locale.ts';

/** Those of the banner in English; of another language all there are. */
export type BannerLocale = Pick<
  Locale,
  'lang' | 'dir' | 'grammar' | 'actions' | 'facts' | 'banner' | 'refused'
> &
  Partial<Translation>;
