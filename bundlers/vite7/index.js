// Vite 7, for the promise that the package does what the tag does.
export { build } from 'vite';
