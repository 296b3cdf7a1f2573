/** Sentences of what counts although it is to be put right. */
import { doubledNames, wrongNames } from './across.ts';
import type { Truth } from './facts.ts';
import { type Doubts, is, only, type Shape, sameNames, under } from './words.ts';

/** In public nobody is named. */
export function namedDoubts(
  { count, names }: Readonly<Record<string, string | undefined>>,
  wanted: readonly string[],
  truth: Truth,
  what: string,
): Doubts {
  return [
    ...only(wanted.length > 0, `没有${what}`),
    ...is(count, wanted.length, what),
    ...only((names === undefined) === truth.isPublic, truth.isPublic ? '公开的不说是谁' : '没有说是谁'),
    ...(names === undefined ? [] : sameNames(names, wanted, what)),
  ];
}

export const wrongShapes: readonly Shape[] = [
  [
    /^计入的单位中有(?<count>\d+)个有强制性问题没有改正，所报数据暂计入，改正后以重新报送的为准(?:：(?<names>.+))?$/,
    (groups, reading) => {
      reading.told.add('wrong');
      return [
        ...under(reading, /\/(?:评估对象和范围|评估期间和报送)$/),
        ...namedDoubts(groups, wrongNames(reading.truth), reading.truth, '有强制性问题的'),
      ];
    },
  ],
  [
    /^其中(?<count>\d+)个单位的数涉及跨册重复，尚未核定(?:：(?<names>.+))?$/,
    (groups, { truth, told, about }) => {
      if (!about) return ['说的不是一项指标'];
      told.add(`doubled ${about.id}`);
      return namedDoubts(groups, doubledNames(about, truth), truth, '涉及跨册重复的');
    },
  ],
];
