// Types of the same.
export { build } from 'vite';
