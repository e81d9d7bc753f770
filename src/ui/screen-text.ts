// The words of a view as it stands on screen, for the proof of what was asked (L-25, F-47).

/** Text nodes in document order, trimmed, the empty ones left out, one a line. */
export const screenText = (view: Node): string =>
  view.nodeType === Node.TEXT_NODE
    ? (view as Text).data.trim()
    : [...view.childNodes].map(screenText).filter(Boolean).join('\n');
