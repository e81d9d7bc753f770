// What a comment service does once it runs: it fills the box it was given.
(() => {
  const REMARKS = [
    ['Hettie Vane', 'My grandmother is the goat’s owner. She maintains it was willing.'],
    ['R. Tolland', 'Nine thousand that summer, and every one of them complained about the leeks.'],
    ['Osric P.', 'I signed in 1998. The pencil was on a shorter string then.'],
  ];
  for (const thread of document.querySelectorAll('[data-remarks]')) {
    const list = document.createElement('ol');
    list.className = 'remarks-list';
    for (const [who, what] of REMARKS) {
      const item = document.createElement('li');
      const name = document.createElement('p');
      item.className = 'remark';
      name.className = 'remark-who';
      name.textContent = who;
      item.append(what, name);
      list.append(item);
    }
    thread.replaceChildren(list);
  }
})();
