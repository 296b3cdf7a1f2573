import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * Chromium on Linux writes the names of files, and what a pointer is told about a button, in the encoding of the locale: in one
 * without Chinese a download loses its name and a tooltip ends the whole browser. Nobody works in such a locale; servers do.
 */
const utf8 = { ...process.env, LC_ALL: 'C.UTF-8' };

/** A browser for tests: Chrome, Chromium or Edge of this machine, else the Chromium that comes as an npm package. */
export async function openBrowser(): Promise<Browser> {
  // Containers run tests as root, where Chromium's sandbox does not start. Only pages of our own are opened.
  const options: LaunchOptions = { args: ['--no-sandbox'], headless: true, env: utf8 };
  if (process.platform !== 'linux') {
    return chromium
      .launch({ ...options, channel: 'chrome' })
      .catch(() => chromium.launch({ ...options, channel: 'msedge' }));
  }
  const installed = ['google-chrome', 'chromium', 'chromium-browser']
    .map((name) => `/usr/bin/${name}`)
    .find(existsSync);
  if (installed) return chromium.launch({ ...options, executablePath: installed });
  // Its own list of arguments is for Lambda: it turns web security off and dies with the first page that is closed.
  const executablePath = await bundled.executablePath();
  return chromium.launch({ ...options, executablePath }).catch((error: Error) => {
    if (!error.message.includes('shared libraries')) throw error;
    const env = { ...utf8, LD_LIBRARY_PATH: bundledLibraries() };
    return chromium.launch({ ...options, executablePath, env });
  });
}

/** The libraries that a bare Linux lacks (NSS and its like); the package carries them but unpacks them only on Lambda. */
function bundledLibraries(): string {
  const folder = join(tmpdir(), 'chromium-libraries');
  if (!existsSync(folder)) {
    mkdirSync(folder);
    const packed = readFileSync('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(packed) });
  }
  return join(folder, 'lib');
}
