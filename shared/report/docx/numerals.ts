/** 一、（一）1. in front of headings; a heading of a higher level begins those below it anew. */
export function headingNumbers(): (level: 1 | 2 | 3) => string {
  const counts = [0, 0, 0];
  return (level) => {
    counts[level - 1]! += 1;
    counts.fill(0, level);
    const count = counts[level - 1]!;
    return level === 1 ? `${chineseNumeral(count)}、` : level === 2 ? `（${chineseNumeral(count)}）` : `${count}.`;
  };
}

const digits = '〇一二三四五六七八九';

/** 1 to 99. */
export function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const end = ones === 0 ? '' : digits[ones]!;
  if (tens === 0) return end;
  return `${tens === 1 ? '' : digits[tens]}十${end}`;
}
