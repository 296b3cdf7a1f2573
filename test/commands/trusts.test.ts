import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Certificate, ensureCertificate } from '../../worker/commands/certificates.ts';
import { type Front, startFront } from '../../worker/commands/fronts.ts';
import { keychain, type TrustStore, trustCertificate } from '../../worker/commands/trusts.ts';

const home = mkdtempSync(join(tmpdir(), 'trust-'));
const said: string[] = [];

beforeEach(() => {
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  said.length = 0;
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((words) => said.push(words));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

/** Stands for what the system trusts. */
function emptyStore() {
  const trusted: string[] = [];
  const store: TrustStore = {
    holds: ({ authority }) => trusted.includes(readFileSync(authority, 'utf8')),
    add: async ({ authority }) => void trusted.push(readFileSync(authority, 'utf8')),
  };
  return { trusted, store };
}

/** As `npm start` does. */
async function serve(certificate: Certificate): Promise<Front> {
  const front = await startFront(new URL('http://127.0.0.1:9'), 0, certificate);
  onTestFinished(() => front.stop());
  return front;
}

const fingerprints = ({ cert, authority }: Certificate) =>
  [cert, authority].map((path) => new X509Certificate(readFileSync(path)).fingerprint256);

/** Whether a program that trusts `ca` opens a page at that port. */
const opens = (port: number, ca: readonly string[]) =>
  new Promise((answer) => {
    const socket = connect({ port, host: 'localhost', ca: [...ca] }, () => answer(socket.destroy().authorized));
    socket.on('error', ({ message }) => answer(message));
  });

describe('the certificate that is trusted is the one that is served', () => {
  test('when npm start runs already', async () => {
    const certificate = await ensureCertificate();
    const before = fingerprints(certificate);
    const { port } = await serve(certificate);
    const { trusted, store } = emptyStore();
    expect(await opens(port, trusted)).not.toBe(true);
    expect(await trustCertificate(store, port)).toBe(true);
    expect(fingerprints(await ensureCertificate())).toEqual(before);
    expect(await opens(port, trusted)).toBe(true);
  });

  test('when npm start comes after', async () => {
    rmSync((await ensureCertificate()).authority);
    const { trusted, store } = emptyStore();
    expect(await trustCertificate(store, 9)).toBe(true);
    expect(await opens((await serve(await ensureCertificate())).port, trusted)).toBe(true);
  });

  test('and one that is trusted is not added again', async () => {
    const { trusted, store } = emptyStore();
    await trustCertificate(store, 9);
    expect(await trustCertificate(store, 9)).toBe(true);
    expect(trusted).toHaveLength(1);
  });
});

test('a server that still has an older certificate is to be started anew', async () => {
  const { port } = await serve(await ensureCertificate());
  rmSync((await ensureCertificate()).authority);
  expect(await trustCertificate(emptyStore().store, port)).toBe(false);
  expect(said.join()).toContain('重新运行 npm start');
});

test('a person who says no hears what to do, and what the system said', async () => {
  const refusing: TrustStore = {
    holds: () => false,
    add: async () => {
      throw new Error('The operation was canceled by the user.');
    },
  };
  expect(await trustCertificate(refusing, 9)).toBe(false);
  expect(said.join()).toMatch(/选“是”(.|\n)*canceled by the user/);
});

describe.skipIf(process.platform === 'win32')('the keychain of the Mac', () => {
  /** A program in its place: trusts what `add-trusted-cert` has put into a file. */
  const security = `#!/bin/sh
case "$1" in
  verify-cert) cmp -s "$5" "${home}/trusted" ;;
  add-trusted-cert) [ -e "${home}/refuses" ] && { echo 'SecTrustSettingsSetTrustSettings: cancelled' >&2; exit 1; }
    for last; do :; done; cp "$last" "${home}/trusted" ;;
  *) exit 2 ;;
esac
`;

  beforeEach(() => {
    writeFileSync(join(home, 'security'), security);
    chmodSync(join(home, 'security'), 0o755);
    vi.stubEnv('PATH', `${home}${delimiter}${process.env.PATH}`);
    rmSync(join(home, 'trusted'), { force: true });
  });

  test('takes ours although one of the same name is there, and knows it again', async () => {
    const certificate = await ensureCertificate();
    writeFileSync(join(home, 'trusted'), 'another authority of the same name');
    expect(keychain.holds(certificate)).toBe(false);
    await keychain.add(certificate);
    expect(keychain.holds(certificate)).toBe(true);
    expect(readFileSync(join(home, 'trusted'))).toEqual(readFileSync(certificate.authority));
  });

  test('throws what it says when the person refuses', async () => {
    writeFileSync(join(home, 'refuses'), '');
    onTestFinished(() => rmSync(join(home, 'refuses')));
    await expect(keychain.add(await ensureCertificate())).rejects.toThrow('cancelled');
  });
});
