// npm run trust: this machine trusts the certificate that npm start serves; for those who load manifest.xml by a shared folder or by wef.
import { systemStore, trustCertificate } from './trusts.ts';

const store = systemStore();
if (!store) console.log('这里没有桌面版 Excel，不需要：浏览器提示证书不受信任时，选择“继续前往 localhost”。');
else if (!(await trustCertificate(store, 3000))) process.exit(1);
