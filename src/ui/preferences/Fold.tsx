// What is there to be read at need, behind its name.
import type { ComponentChildren } from 'preact';

export const Fold = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <details class="fold">
    <summary>
      <h3>{name}</h3>
    </summary>
    {children}
  </details>
);
