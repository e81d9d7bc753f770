// The language the notice speaks on these pages: in the address, where it stays from page to page.
import { nameOf, tagsIn } from '../../languages.ts';

const PARAMETER = 'lang';

/** @param select of a form that sends itself: with the arrow keys nobody leaves the page. */
export function showLanguages(select: HTMLSelectElement): void {
  const picked = new URLSearchParams(location.search).get(PARAMETER);
  const pages = document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]');
  if (picked) for (const page of pages) page.search = `${PARAMETER}=${picked}`;
  const show = (files: Readonly<Record<string, string>>) => {
    const options = tagsIn(files).map((tag) => new Option(nameOf(tag), tag));
    for (const option of options) option.lang = option.value;
    select.replaceChildren(...options);
    select.value = picked ?? 'en';
  };
  fetch('/integrity.json')
    .then((response) => response.json() as Promise<Record<string, string>>)
    .then(show, () => show({}));
}
