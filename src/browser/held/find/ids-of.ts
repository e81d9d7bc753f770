// What an element is marked with.
import { idsIn } from '../../../core/gate/gate.ts';
import { own } from '../../../core/own.ts';

export const idsOf = (element: Element): string[] =>
  idsIn(own(element).getAttribute('data-consent') ?? '');
