// What a notice takes and says, measured in the page; each function holds everything it uses.

/** Share of the window, in percent. */
export function coveredBy(layer) {
  const { left, top, right, bottom } = layer.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return (100 * Math.max(width, 0) * Math.max(height, 0)) / (innerWidth * innerHeight);
}

/** Words on screen that are read before the first of its buttons; and the purposes that are in view. */
export function saidBy(layer, purposes) {
  const isHidden = (element) =>
    !element.checkVisibility({ visibilityProperty: true }) ||
    getComputedStyle(element).clipPath !== 'none';
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const root = layer.getRootNode();
  let words = 0;
  let isBeforeButtons = true;
  const inView = new Set();
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [line] = range.getClientRects();
    if (!line || isHidden(text.parentElement)) continue;
    if (text.parentElement.closest('button, [role=button]')) isBeforeButtons = false;
    else if (isBeforeButtons)
      words += text.data.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
    const hit = root.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    for (const purpose of purposes) {
      if (text.data.includes(purpose) && layer.contains(hit)) inView.add(purpose);
    }
  }
  return { words, inView: inView.size };
}
