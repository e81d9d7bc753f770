// An element of the page: opaque to the rules, which compile without the page; whole wherever it is there.
interface Element {}
