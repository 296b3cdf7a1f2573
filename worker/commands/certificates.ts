import { X509Certificate } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Paths of this machine's own certificate for localhost, made when missing or about to lapse. It lies where Microsoft's tools look
 * for it, so that `npm run excel`, which has it trusted, uses the same one. Here nothing is added to any trust store.
 */
export async function ensureCertificate(): Promise<Certificate> {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const authority = join(folder, 'ca.crt');
  const paths = { key: join(folder, 'localhost.key'), cert: join(folder, 'localhost.crt') };
  if (!isCurrent(authority, paths)) {
    for (const file of [authority, paths.key, paths.cert]) rmSync(file, { force: true });
    await generateCertificates(authority, paths.cert, paths.key, 365);
  }
  return paths;
}

function isCurrent(authority: string, { key, cert }: Certificate): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(cert));
    const issuer = new X509Certificate(readFileSync(authority));
    readFileSync(key);
    return certificate.verify(issuer.publicKey) && Date.parse(certificate.validTo) > Date.now() + 24 * 3600_000;
  } catch {
    return false;
  }
}
