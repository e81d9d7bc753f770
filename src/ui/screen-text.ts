// The words of a view as it stands on screen, for the proof of what was asked (L-25, F-47).

/** Text nodes in document order, trimmed, the empty ones left out, one a line. */
export function screenText(view: Node): string {
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  const lines: string[] = [];
  while (walker.nextNode()) {
    const line = (walker.currentNode as Text).data.trim();
    if (line) lines.push(line);
  }
  return lines.join('\n');
}
