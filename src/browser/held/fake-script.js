// A third party's script for tests: tells what it was asked for.
globalThis.ran.push(new URL(document.currentScript.src).searchParams.get('word'));
