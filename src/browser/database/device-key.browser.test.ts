import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSigned, makeKeyPair, signerOf } from '../crypto/signature.ts';
import { waitForDisk } from '../fakes.ts';
import { createDeviceKey } from './device-key.ts';
import { changeValue, deleteAll, readValue } from './values.ts';

const { signer: deviceSigner, forget: forgetKey } = createDeviceKey();

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open('s9-consent');
    request.onupgradeneeded = () => void request.result.createObjectStore('keyval');
    request.onsuccess = () => resolve(request.result);
  });

beforeEach(async () => {
  (await database()).close();
  waitForDisk();
});
afterEach(async () => {
  vi.useRealTimers();
  await deleteAll();
  forgetKey();
});

describe('F-44 the key of this browser', () => {
  it('is made once, signs, and cannot be read', async () => {
    const signer = await deviceSigner();
    const signature = (await signer?.sign('words')) ?? '';
    expect(signature).toMatch(/^[\w-]{86}$/);
    expect(await isSigned('words', signature, signer?.publicKey)).toBe(true);
    expect(await isSigned('other words', signature, signer?.publicKey)).toBe(false);
    forgetKey();
    expect((await deviceSigner())?.publicKey).toEqual(signer?.publicKey);
    const { privateKey } = (await readValue('key')) as CryptoKeyPair;
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
  });

  it('F-15 is the one another tab stored meanwhile', async () => {
    const theirs = await makeKeyPair();
    const [mine] = await Promise.all([deviceSigner(), changeValue('key', () => theirs)]);
    expect(mine?.publicKey).toEqual((await signerOf(theirs)).publicKey);
  });

  it('F-11 is made anew where something else stands under its name', async () => {
    await changeValue('key', () => ({ privateKey: 'junk' }));
    const signer = await deviceSigner();
    forgetKey();
    expect((await deviceSigner())?.publicKey).toEqual(signer?.publicKey);
  });

  it('lasts as long as the page where it cannot be stored', async () => {
    await deleteAll();
    const signer = await deviceSigner();
    expect(await readValue('key')).toBeUndefined();
    expect((await deviceSigner())?.publicKey).toEqual(signer?.publicKey);
    forgetKey();
    expect((await deviceSigner())?.publicKey).not.toEqual(signer?.publicKey);
  });
});
