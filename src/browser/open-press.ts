// A press on any `data-consent-open` of the page opens that view; elements added later count too.

/** @param open called with the attribute's value, `preferences` when it has none. */
export function onOpenPress(open: (view: string) => void): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const opener = target?.closest('[data-consent-open]');
    if (!opener) return;
    event.preventDefault();
    open(opener.getAttribute('data-consent-open') || 'preferences');
  });
}
