import { X509Certificate } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { generateCertificates } from 'office-addin-dev-certs';

/** Paths. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Of what has signed `cert`: the one to be trusted. */
  readonly authority: string;
}

/**
 * Paths of this machine's own certificate for localhost, made when missing or about to lapse. It lies where Microsoft's tools look
 * for it. Here nothing is added to any trust store: trusts.ts does that.
 */
export async function ensureCertificate(): Promise<Certificate> {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const paths = {
    key: join(folder, 'localhost.key'),
    cert: join(folder, 'localhost.crt'),
    authority: join(folder, 'ca.crt'),
  };
  if (!isCurrent(paths)) {
    for (const file of Object.values(paths)) rmSync(file, { force: true });
    await generateCertificates(paths.authority, paths.cert, paths.key, 365);
  }
  return paths;
}

/** Whether what is served at that port of this machine has another certificate. False when nothing is. */
export function servesAnother(port: number, { cert }: Certificate): Promise<boolean> {
  const ours = new X509Certificate(readFileSync(cert)).fingerprint256;
  return new Promise((answer) => {
    // Not yet trusted, perhaps; only looked at.
    const socket = connect({ port, host: 'localhost', rejectUnauthorized: false }, () => {
      answer(socket.getPeerCertificate().fingerprint256 !== ours);
      socket.destroy();
    });
    socket.on('error', () => answer(false));
  });
}

function isCurrent({ key, cert, authority }: Certificate): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(cert));
    const issuer = new X509Certificate(readFileSync(authority));
    readFileSync(key);
    return certificate.verify(issuer.publicKey) && Date.parse(certificate.validTo) > Date.now() + 24 * 3600_000;
  } catch {
    return false;
  }
}
