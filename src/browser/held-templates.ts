// Puts a template's content in its place when released, and the template back at a withdrawal.

/** Templates whose content is in the page, each with the empty texts that stand around it. */
const placed = new Map<HTMLTemplateElement, readonly [Text, Text]>();

export function place(template: HTMLTemplateElement): void {
  const [start, end] = [new Text(), new Text()];
  placed.set(template, [start, end]);
  template.replaceWith(start, document.importNode(template.content, true), end);
}

/** Templates that stand in the page as their content. */
export const placedTemplates = (): HTMLTemplateElement[] => [...placed.keys()];

/** Takes out whatever stands there now: scripts inside have been replaced since. */
export function putBack(template: HTMLTemplateElement): void {
  const [start, end] = placed.get(template) as readonly [Text, Text];
  placed.delete(template);
  while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove();
  end.remove();
  start.replaceWith(template);
}
