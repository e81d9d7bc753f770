// Finds the three engines the tests drive, and with --ensure installs what is missing where it can.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright';

const windows = process.platform === 'win32';
const windowsRoots = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(Boolean);

/** First of these names on PATH, as a full path. */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const files = names.map((name) => (windows ? `${name}.exe` : name));
  return folders.flatMap((folder) => files.map((file) => join(folder, file))).find(existsSync);
}

const appOnMac = (app, binary) =>
  process.platform === 'darwin'
    ? ['/Applications', join(homedir(), 'Applications')]
        .map((folder) => join(folder, `${app}.app/Contents/MacOS/${binary}`))
        .find(existsSync)
    : undefined;

const onWindows = (...parts) =>
  windows ? windowsRoots.map((root) => join(root, ...parts)).find(existsSync) : undefined;

const existing = (path) => (path && existsSync(path) ? path : undefined);

const playwrightOwn = (type) => {
  try {
    return existing(type.executablePath());
  } catch {
    return undefined; // no build of this engine for this platform
  }
};

/** Path of a Chromium, or `undefined`. */
export function findChromium() {
  return (
    existing(process.env.S9_CHROMIUM) ??
    playwrightOwn(chromium) ??
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
    appOnMac('Google Chrome', 'Google Chrome') ??
    appOnMac('Chromium', 'Chromium') ??
    onWindows('Google', 'Chrome', 'Application', 'chrome.exe') ??
    onPath('microsoft-edge-stable', 'microsoft-edge') ??
    onWindows('Microsoft', 'Edge', 'Application', 'msedge.exe')
  );
}

/** Chromium without what surrounds its pages, which costs a fresh profile half: the whole one where there is none. */
export function findChromiumShell() {
  return (
    existing(process.env.S9_CHROMIUM) ??
    playwrightOwn(chromium) ??
    onPath('chromium-headless-shell') ??
    findChromium()
  );
}

/**
 * A Firefox as Playwright's launch needs it, or `undefined`. A stock Firefox is driven over WebDriver
 * BiDi (`moz-firefox`), Playwright's own build over its own protocol.
 */
export function findFirefox() {
  const own = process.env.S9_FIREFOX ? undefined : playwrightOwn(firefox);
  if (own) return { executablePath: own, channel: undefined };
  const stock =
    existing(process.env.S9_FIREFOX) ??
    onPath('firefox-esr', 'firefox') ??
    appOnMac('Firefox', 'firefox') ??
    onWindows('Mozilla Firefox', 'firefox.exe');
  return stock && { executablePath: stock, channel: 'moz-firefox' };
}

/** WebKitGTK's driver, its small browser and the display it needs, or `undefined`. */
export function findWebKit() {
  if (process.platform !== 'linux') return undefined;
  const driver = existing(process.env.S9_WEBKIT_DRIVER) ?? onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const browser =
    existing(process.env.S9_WEBKIT) ??
    readdirSync('/usr/lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) =>
          join('/usr/lib', name, version, 'MiniBrowser'),
        ),
      )
      .find(existsSync);
  return driver && display && browser ? { driver, display, browser } : undefined;
}

const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };
const packages = {
  chromium: ['chromium', 'fonts-liberation'],
  shell: ['chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};
const missing = () => Object.keys(finders).filter((name) => !finders[name]());

const canUseApt = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && Boolean(onPath('apt-get'));

/** Engines whose absence is a failure and not a gap. */
export function requiredEngines() {
  const asked = process.env.E2E_REQUIRE?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (asked) return [...new Set(['chromium', ...asked])];
  return process.env.CI === 'true' && canUseApt() ? Object.keys(finders) : ['chromium'];
}

const APT = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::http::Timeout=20'];

/** Packages are asked for engine by engine, so that one the system does not know costs only itself. */
function installByApt(engines) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', [...APT, ...args], { env, stdio: 'inherit' });
  apt('update');
  for (const engine of engines) {
    apt('install', '--yes', '--no-install-recommends', ...packages[engine]);
  }
}

function ensure() {
  if (missing().includes('chromium')) {
    const cli = fileURLToPath(import.meta.resolve('playwright/package.json')).replace(
      'package.json',
      'cli.js',
    );
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  }
  const isWhole = findChromiumShell() === onPath('chromium');
  const wanted = isWhole ? [...missing(), 'shell'] : missing();
  if (wanted.length > 0 && canUseApt()) installByApt(wanted);

  const absent = missing();
  for (const name of absent) {
    const gap = requiredEngines().includes(name)
      ? 'is required and missing'
      : 'is missing, its tests do not run';
    console.log(`browsers: ${name} ${gap}.`);
    console.log(
      `  Install it (Debian: ${packages[name].join(' ')}) or point S9_${name.toUpperCase()} at it.`,
    );
  }
  for (const name of Object.keys(finders).filter((each) => !absent.includes(each))) {
    const found = finders[name]();
    console.log(`browsers: ${name} at ${found.executablePath ?? found.browser ?? found}`);
  }
  console.log(`browsers: tests in ${findChromiumShell()}`);
  return absent.every((name) => !requiredEngines().includes(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--ensure')) {
  process.exitCode = ensure() ? 0 : 1;
}
