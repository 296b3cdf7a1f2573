import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installCaCertificate, isCaCertificateInstalled } from 'office-addin-dev-certs';
import { type Certificate, ensureCertificate, servesAnother } from './certificates.ts';

/** What this machine's programs trust. */
export interface TrustStore {
  readonly holds: (certificate: Certificate) => boolean;
  /** The system asks the person. Throws when it, or the person, refuses. */
  readonly add: (certificate: Certificate) => Promise<void>;
}

/**
 * Has this machine trust the very certificate that `npm start` serves at `port`. `office-addin-dev-certs install` would make another
 * one first, which a server that runs already does not serve. Says what has come of it, and whether it is trusted and served.
 */
export async function trustCertificate(store: TrustStore, port: number): Promise<boolean> {
  const certificate = await ensureCertificate();
  try {
    if (store.holds(certificate)) console.log('本机证书已经受信任。');
    else {
      console.log(
        '系统将询问是否信任本机证书（Developer CA for Microsoft Office Add-ins），请选“是”；Mac 请输入登录密码。',
      );
      await store.add(certificate);
      console.log('本机证书已受信任。');
    }
  } catch (error) {
    console.error(`没能信任本机证书，Excel 打不开窗格。请重新运行，系统询问时选“是”；单位不许的，请改用已部署的网址的清单。
原因：${error instanceof Error ? error.message : error}`);
    return false;
  }
  if (!(await servesAnother(port, certificate))) return true;
  console.error(
    '正在运行的 npm start 用的是以前的证书。请在它的窗口按 Ctrl-C 停止，重新运行 npm start，再运行本命令。',
  );
  return false;
}

/** Null where there is no Excel to trust anything. */
export function systemStore(): TrustStore | null {
  if (process.platform === 'darwin') return keychain;
  return process.platform === 'win32' ? windows : null;
}

/** Compares fingerprints, and adds for this user only. */
const windows: TrustStore = {
  holds: () => isCaCertificateInstalled(),
  add: ({ authority }) => installCaCertificate(authority),
};

/**
 * Of the Mac. The package asks for the authority's name only, which is the same on every machine and in every add-in's project: one that
 * lapsed, or was made again, or that the person did not come to trust would do, and ours would never be added.
 */
export const keychain: TrustStore = {
  holds: ({ cert, authority }) => security('verify-cert', '-c', cert, '-c', authority).status === 0,
  add: async ({ authority }) => {
    const login = join(homedir(), 'Library/Keychains/login.keychain-db');
    const { status, stderr, error } = security('add-trusted-cert', '-d', '-r', 'trustRoot', '-k', login, authority);
    if (status !== 0) throw error ?? new Error(stderr.trim());
  },
};

const security = (...args: string[]) => spawnSync('security', args, { encoding: 'utf8' });
