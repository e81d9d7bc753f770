// Which held elements have something put behind them.
import { isCodeType, isScript } from '../scripts/copy.ts';

export type Container = HTMLTemplateElement | HTMLScriptElement;

export const isTemplate = (element: Element): element is HTMLTemplateElement =>
  element instanceof HTMLTemplateElement;

/** Whether something is put behind it: markup, or data that the page reads from a script element. */
export const isContainer = (element: Element): element is Container =>
  isTemplate(element) || (isScript(element) && !isCodeType(element.dataset['type']));

export const isMarkup = ({ dataset }: HTMLScriptElement): boolean =>
  /^\s*text\/html\s*$/i.test(dataset['type'] ?? '');
