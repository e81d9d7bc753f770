// What a share widget does once it runs: it puts its numbers beside the page's own links.
for (const link of document.querySelectorAll('[data-shared]')) {
  const count = document.createElement('span');
  count.className = 'share-count';
  count.textContent = link.dataset.shared;
  count.title = 'Counted by the share service';
  link.append(' ', count);
}
