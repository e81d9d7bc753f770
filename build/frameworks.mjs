// Entries of the package for one framework each, by their files in frameworks/ and their names behind the package's.
export const FRAMEWORKS = ['react', 'vue', 'svelte', 'angular', 'astro', 'preact', 'solid'];
