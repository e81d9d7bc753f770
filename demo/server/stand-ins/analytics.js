// What a statistics company's script does once it runs: it reports the visit to its own server.
(() => {
  const { origin } = new URL(document.currentScript.src);
  window.demoAnalytics = {
    reported: [],
    report(page) {
      this.reported.push(page);
      new Image().src = `${origin}/collect?page=${encodeURIComponent(page)}`;
    },
  };
})();
