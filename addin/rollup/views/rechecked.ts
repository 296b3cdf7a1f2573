/** What 核对报告 found, in the words of who has to look at it: figures first, words after them. */
import type { Checked } from '../../papers/papers.ts';

export interface Rechecked {
  readonly head: string;
  readonly groups: readonly RecheckedGroup[];
}

export interface RecheckedGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

type Spot = Checked['changed'][number]['at'];

export function recheckedOf(name: string, checked: Checked): Rechecked {
  const found: readonly RecheckedGroup[] = [
    { title: '数字改了', lines: checked.changed.map(changedLine) },
    { title: '没有来源的数字', lines: checked.unsourced.map(numbersLine) },
    { title: '新加的带数字的句子', lines: checked.added.map(numbersLine) },
    { title: '删掉的', lines: checked.gone.map(goneLine) },
    { title: '改过文字的句子，请看是否改了意思', lines: checked.reworded.map(rewordedLine) },
    { title: '和现在的汇总不一样', lines: (checked.stale ?? []).map(staleLine) },
  ];
  const count = found.reduce((sum, { lines }) => sum + lines.length, checked.unlisted);
  const what = count === 0 ? '没有改动' : `有${count}处要看`;
  return {
    head: `“${name}”：导出时有${checked.figures}个数，${what}。`,
    groups: [...found.map(shortened), { title: '另外', lines: checked.notes }].filter(({ lines }) => lines.length > 0),
  };
}

/** Of a paper that is another one altogether nobody reads on. */
function shortened({ title, lines }: RecheckedGroup): RecheckedGroup {
  if (lines.length <= mostLines) return { title, lines };
  return { title, lines: [...lines.slice(0, mostLines), `还有${lines.length - mostLines}处，没有列出。`] };
}

const mostLines = 200;

function changedLine({ before, after, at, was, isReworded }: Checked['changed'][number]): string {
  const what = before === null ? '引用的文字里，数改了' : `${before} → ${after}`;
  return `${what}　${placed(at)}${isReworded ? `（这句的文字也改过${asWas(was)}）` : ''}`;
}

const numbersLine = ({ numbers, at, was }: Checked['added'][number]): string =>
  `${numbers.join('、')}　${placed(at)}${was === null ? '' : `（${asWas(was).slice(1)}）`}`;

function goneLine({ figures, sentences, isRow, at, was, isReworded }: Checked['gone'][number]): string {
  const numbers =
    figures.length === 0 ? '' : `${figures.slice(0, most).join('、')}${figures.length > most ? '等' : ''}`;
  if (sentences === 0)
    return `${numbers}${at ? `　原在${placed(at)}` : ''}${isReworded ? `（这句的文字也改过${asWas(was)}）` : ''}`;
  const counted = numbers === '' ? '' : `，里面有${figures.length}个数：${numbers}`;
  const where = at ? `　在${placed(at)}的后面` : '　在最前面';
  return `${isRow ? '表里一行' : `${sentences}句`}${counted}${where}${was === null ? '' : `（${asWas(was).slice(1)}）`}`;
}

const most = 8;

const kinds: Readonly<Record<Checked['reworded'][number]['kind'], string>> = {
  edited: '这句改过',
  added: '这句是加的',
  moved: '这句移到了别的标题下面',
  displaced: '这里移到了别的段或别的表里，或者换了先后',
  hidden: '有看不见或划掉的文字',
};

const rewordedLine = ({ kind, at, was }: Checked['reworded'][number]): string =>
  `${kinds[kind]}　${placed(at)}${was === null ? '' : `（${asWas(was).slice(1)}）`}`;

const staleLine = ({ text, found, at }: NonNullable<Checked['stale']>[number]): string =>
  `${text}，现在是${found ?? '没有这个数'}　${placed(at)}`;

/** 三、分项完成情况，“常住人口…”一段：“…” */
function placed({ part, paragraph, sentence }: Spot): string {
  const where = [part, paragraph && `“${paragraph}”一段`].filter((one) => one !== '').join('，');
  if (sentence === '') return where;
  return `${where}${where && '：'}“${sentence}”`;
}

const asWas = (was: string | null): string => (was === null ? '' : `，原来是“${was}”`);
