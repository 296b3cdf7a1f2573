/** 校验码: by it two prints show whether they were made from the same data. */

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** The first forty bits of `sha256:…` as eight characters that are not taken for each other, five bits each. */
export function checkCode(dataHash: string): string {
  const bits = BigInt(`0x${dataHash.replace('sha256:', '').slice(0, 10)}`);
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[Number((bits >> BigInt(5 * (LENGTH - 1 - at))) & 31n)]).join(
    '',
  );
}
