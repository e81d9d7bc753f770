// A router as Astro's: fetches the next page, exchanges head and body in a view transition where there is one.
const seen = new Set(
  [...document.head.querySelectorAll('script')].map(({ outerHTML }) => outerHTML),
);

function swap(next) {
  // What the heads have in common stays; what is new comes.
  for (const element of next.head.children) {
    if (element.localName !== 'script') continue;
    if (!seen.has(element.outerHTML)) document.head.append(alive(element));
    seen.add(element.outerHTML);
  }
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  for (const script of document.body.querySelectorAll('script:not([type])')) {
    script.replaceWith(alive(script));
  }
}

/** A script from a parser of its own never runs. */
function alive(script) {
  if (script.type === 'text/plain') return document.adoptNode(script);
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.text = script.text;
  return copy;
}

globalThis.navigate = async (path, { isBack = false } = {}) => {
  const text = await (await fetch(path)).text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (!isBack) history.pushState(null, '', path);
  if (document.startViewTransition) await document.startViewTransition(() => swap(next)).finished;
  else swap(next);
};
