// Everything a page can fetch from somebody else without a mark of ours: each kind once, at a path of its own.

/** By the parser, before any script could stop it. */
const WRITTEN: Readonly<Record<string, (at: string) => string>> = {
  'stylesheet.css': (at) => `<link rel="stylesheet" href="${at}">`,
  'preload.js': (at) => `<link rel="preload" as="script" href="${at}">`,
  'sync.js': (at) => `<script src="${at}"></script>`,
  'async.js': (at) => `<script async src="${at}"></script>`,
  'module.js': (at) => `<script type="module" src="${at}"></script>`,
  'background.svg': (at) => `<div style="background:url(${at});width:9px;height:9px"></div>`,
  'image.svg': (at) => `<img src="${at}" alt="">`,
  'frame.html': (at) => `<iframe src="${at}"></iframe>`,
  'poster.svg': (at) => `<video poster="${at}"></video>`,
  'object.html': (at) => `<object data="${at}"></object>`,
  'srcdoc.svg': (at) => `<iframe srcdoc="<img src='${at}'>"></iframe>`,
  'body.js': (at) => `<script src="${at}"></script>`,
};

/** What a document inside this one would do, and what it says when it has tried. */
const fetching = (at: string, say: string) =>
  `fetch("${at}",{mode:"no-cors"}).catch(()=>0).then(()=>${say})`;
const inFrame = (at: string, name: string) =>
  `<script>${fetching(at, `parent.postMessage("${name}","*")`)}<\\/script>`;

/** By a script of the page; each is an expression, and may give a promise. */
const SCRIPTED: Readonly<Record<string, (at: string, name: string) => string>> = {
  'property.js': (at) =>
    `document.head.append(Object.assign(document.createElement('script'),{src:'${at}'}))`,
  'attribute.js': (at) =>
    `(s=>{s.setAttribute('src','${at}');document.head.append(s)})(document.createElement('script'))`,
  'made.svg': (at) => `new Image().src='${at}'`,
  fetch: (at) => `fetch('${at}',{mode:'no-cors'})`,
  xhr: (at) => `(r=>{r.open('GET','${at}');r.send()})(new XMLHttpRequest())`,
  beacon: (at) => `navigator.sendBeacon('${at}','x')`,
  'event-source': (at) => `new EventSource('${at}')`,
  'web-socket': (at) => `new WebSocket('${at}'.replace('http','ws'))`,
  'written.js': (at) => `document.write('<script src="${at}"><\\/script>')`,
  'inner.svg': (at) =>
    `document.body.append(Object.assign(document.createElement('div'),{innerHTML:'<img src="${at}">'}))`,
  'inserted.html': (at) =>
    `document.body.insertAdjacentHTML('beforeend','<iframe src="${at}"></iframe>')`,
  worker: (at) =>
    `new Promise((f)=>{const w=new Worker(URL.createObjectURL(new Blob(['${fetching(at, 'postMessage(1)')}'])));w.onmessage=w.onerror=f})`,
  'import.js': (at) => `import('${at}')`,
  'prefetch.js': (at) =>
    `document.head.append(Object.assign(document.createElement('link'),{rel:'prefetch',href:'${at}'}))`,
  'cssom.svg': (at) =>
    `document.body.append(Object.assign(document.createElement('div'),{style:'width:5px;height:5px;background:url(${at})'}))`,
  'srcdoc-fetch': (at, name) => `heard('${name}','srcdoc','${inFrame(at, name)}')`,
  'blob-fetch': (at, name) =>
    `heard('${name}','src',URL.createObjectURL(new Blob(['${inFrame(at, name)}'],{type:'text/html'})))`,
  'data-fetch': (at, name) =>
    `heard('${name}','src','data:text/html,'+encodeURIComponent('${inFrame(at, name)}'))`,
};

/** A frame that may be refused says nothing; one that runs says when it has tried. */
const HEARD = `const heard=(name,how,value)=>new Promise((done)=>{
  addEventListener('message',({data})=>data===name&&done());
  document.addEventListener('securitypolicyviolation',({effectiveDirective})=>effectiveDirective==='frame-src'&&done());
  document.body.append(Object.assign(document.createElement('iframe'),{[how]:value}))});`;

export const KINDS: readonly string[] = [...Object.keys(WRITTEN), ...Object.keys(SCRIPTED)];

/** The markup; `window.tried` resolves once the last of them has been tried. */
export function unmarked(origin: string, folder: string, kinds = KINDS): string {
  const at = (name: string) => `${origin}/${folder}/${name}`;
  const written = Object.entries(WRITTEN).filter(([name]) => kinds.includes(name));
  const scripted = Object.entries(SCRIPTED).filter(([name]) => kinds.includes(name));
  const tries = scripted.map(([name, write]) => `()=>${write(at(name), name)}`);
  return `${written.map(([name, write]) => write(at(name))).join('\n')}
<script>{${HEARD}
const attempts=[${tries.join(',\n')}].map(async(attempt)=>attempt());
window.tried=Promise.allSettled([window.tried,...attempts]);}
</script>`;
}
