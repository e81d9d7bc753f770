// Every state the widget can be met in, and the promise that is tested of each. One list.
import type { State } from './state.ts';
import { MET } from './states-met.ts';
import { OPENED } from './states-opened.ts';

export type { State } from './state.ts';

export const GROUPS: readonly (readonly [State['group'], string])[] = [
  ['visits', 'Visit by visit'],
  ['trouble', 'When something is wrong'],
  ['eyes', 'As people see it'],
  ['views', 'What opens, what waits'],
  ['sizes', 'In small windows'],
];

export const STATES: readonly State[] = [...MET, ...OPENED];
