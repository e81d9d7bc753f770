// A Vue application with held elements: one address bound, one part there or not.
const { createApp, nextTick } = globalThis.Vue;

const app = createApp({
  data: () => ({
    isThere: true,
    address: '{{third-party}}/frame.html',
    inline: document.querySelector('#inline').textContent,
    content: '<p data-placed="">Now here</p>',
  }),
  // Vue leaves script elements out of a template; a component may be one.
  template: `
    <div id="held">
      <template v-if="isThere">
        <component :is="'script'" type="text/plain" data-consent="analytics"
          data-src="{{third-party}}/first.js"></component>
        <component :is="'script'" type="text/plain" data-consent="analytics" v-text="inline"></component>
        <component :is="'script'" type="text/plain" data-consent="analytics"
          data-src="{{third-party}}/last.js"></component>
        <iframe data-consent="social" :data-src="address" width="400" height="240" title="A video"></iframe>
        <img data-consent="social" data-src="{{third-party}}/picture.svg" width="40" height="30" alt="">
        <template data-consent="social" v-html="content"></template>
      </template>
    </div>
    <p id="after">{{ isThere ? 'Page one' : 'Page two' }}</p>`,
}).mount('#app');

globalThis.change = async (data) => {
  Object.assign(app, data);
  await nextTick();
};
globalThis.isDrawn = true;
