// The words that the banner's file has, and lends to the second layer's.
import type { Locale } from '../../locales/locale.ts';

export type BannerLocale = Pick<
  Locale,
  'lang' | 'dir' | 'grammar' | 'actions' | 'facts' | 'banner' | 'refused'
>;
