// Puts a template's content in its place when released, and back at a withdrawal.

/** Templates whose content is in the page, with the nodes that came from each. */
const placed = new Map<HTMLTemplateElement, ChildNode[]>();

export function place(template: HTMLTemplateElement): void {
  const content = document.importNode(template.content, true);
  placed.set(template, Array.from(content.childNodes));
  template.replaceWith(content);
}

/** Templates that stand in the page as their content. */
export const placedTemplates = (): HTMLTemplateElement[] => [...placed.keys()];

export function putBack(template: HTMLTemplateElement): void {
  const nodes = placed.get(template) ?? [];
  placed.delete(template);
  nodes.find((node) => node.isConnected)?.before(template);
  for (const node of nodes) node.remove();
}
