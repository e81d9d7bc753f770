// The controls a person can press to grant something, wherever ours are drawn.
import { NAME } from '../../core/name.ts';
import { own } from '../../core/own.ts';

/** Elements with the shadow roots that controls stand in. */
export type Hosts = () => Iterable<Element>;

const ours: Hosts = () => own(document).querySelectorAll(NAME);

/** @param hosts without it our own elements in the page. */
export const controlsIn = (hosts: Hosts = ours): HTMLElement[] =>
  [...hosts()].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll<HTMLElement>('[data-action]') ?? []),
  ]);
