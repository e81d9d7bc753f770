// Which language the notice speaks: the page's, unless a setting says otherwise (L-24).

/** BCP 47 tag of the notice; `en` when neither the setting nor the page says. */
export function languageOf(setting: string, pageLanguage: string): string {
  return (setting === 'auto' ? pageLanguage : setting) || 'en';
}
