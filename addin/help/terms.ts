/** 用语: the words of the pane and of the written sheets, one each for one thing. */
import type { Page } from '../../shared/model/handbook.ts';
import { markWords, modeWords, severityWords, verdictWords } from '../../shared/model/words.ts';
import type { Mode, Severity, Verdict } from '../../shared/model.ts';

const verdicts: Readonly<Record<Verdict, readonly string[]>> = {
  met: ['只算能确定的，也已达到目标。'],
  unmet: ['把存疑的都算上，也没有达到目标；中期评估时，期限已过的才这样说。'],
  on_track: ['中期评估时期限没到、还没有达到目标，进度不落后。'],
  behind: ['中期评估时期限没到，按已过去的时间算，数量少于应有的。'],
  to_verify: [
    '有存疑的单元格：只算能确定的还达不到目标，都算上就可能达到；或者看不出该怎样判。',
    '打开这项指标，列出要核实的单元格。核实前不会判为达标。',
  ],
  missing: ['要用的表没有报送，或要用的栏没有填，算不出来。没有数据不等于 0。'],
  not_applicable: ['对本社区不作要求，例如只对城市社区、农村社区的一种，或者条件还没有成熟。'],
  reference: ['只给出数，不判是否达标。'],
};

const severities: Readonly<Record<Severity, readonly string[]>> = {
  error: ['一定要改的问题。改正后再报送。'],
  warning: ['可能有误，也可能属实。逐项核对：有误的改正，属实的写明核实说明。'],
  note: ['供留意，不影响报送，也不用说明。'],
};

const modes: Readonly<Record<Mode, readonly string[]>> = {
  midterm: ['试点中途的评估：期限没到的只说进度，不说未达标。'],
  final: ['试点期满的评估：各项都判是否达标。'],
};

const others: readonly (readonly [title: string, lines: readonly string[]])[] = [
  [markWords.gap, ['未达标、滞后、待核实的指标，在表中相应的单元格上标出。']],
  ['未到期', ['中期评估时，期限没到、还没有数据的指标。这次不要求，不算缺数据。']],
  ['报送', ['把填好的工作簿交给上一级。']],
  ['退回修改', ['有强制性问题的工作簿，退给填报单位改正，改好后重新报送。']],
  ['接收', ['没有强制性问题，要核实的也都已说明，这册工作簿可以收下。']],
  ['汇总', ['把许多单位报送的工作簿合在一起看：谁没有报送，各项指标合计多少、各单位如何，哪些跨册对不上。']],
  ['作准的一份', ['同一单位同一次评估报了几份时，计入汇总的那一份。其余的列出，不计入。']],
  ['人评', ['要由人评的项目，如督导、满意度。评了才有等级，处处注明是人评的。']],
  ['校验码', ['印在评估摘要上的八个字母和数字，由数据算出。数据相同的校验码相同，改动一个数就不同。']],
  ['结论', ['退回修改、核实、可以接收三种，按问题的级别得出，由审核单位确认。结论说的是数据，与是否达标是两回事。']],
  [
    '核实说明',
    [
      '对一处“核实”的问题、一项没有达到的指标写的话：为什么属实，或者怎样核对过。写在窗格里，或者差距清单的“核实说明”一栏里。',
    ],
  ],
  ['审核意见', ['审核单位对核实说明写的话：接受，或者不接受和原因。']],
  ['标注', ['写入时给有问题的单元格加的颜色和符号。不改单元格里的数，可以清除。']],
  [
    '差距清单',
    ['写入的一张表：逐行列出没有达到的指标和数据问题，每行有所在的单元格和处理办法，留有写核实说明的一栏。'],
  ],
  ['评估摘要', ['写入的一张表：总体目标、各项指标、数据问题和口径，供打印、存档。']],
  ['数据截止日', ['算到哪一天为止：这一天以后登记、取得、开展的不计入。']],
  ['口径', ['文件没有写明时采用的算法。每项指标的口径写在“指标”一组里。']],
  ['可能范围', ['如 8～10家：8 家能确定，还有 2 家要核实。少的一头只算能确定的，多的一头连要核实的都算上。']],
  ['城市社区、农村社区', ['以城乡分类代码为准，没有代码的看勾选的社区类型，再看名称；看不出的待核实。']],
  ['请您说明', ['工作簿里看不懂的写法、名单，排在问题的最前面。一种写法只问一次，说过以后全工作簿照此读取。']],
  ['没有检查的规则', ['要对照的表没有报送，或要有别的工作簿才能核对的规则。没有检查不等于没有问题。']],
  ['本机计算', ['没有经过服务器，由这台电脑算出。规则和结果相同。']],
  ['代号', ['发送以前，名称等文字换成的记号。原来的字不发送，结果回来后由窗格在本机放回去。']],
  ['建议评分', ['评分表、等级和示范点建议都是建议方案，不是文件规定。可以不显示。']],
];

const term = (title: string, lines: readonly string[]): Page => ({
  id: title,
  title,
  under: '',
  sections: [['', lines]],
});

export const terms: readonly Page[] = [
  ...wordsOf(verdictWords, verdicts),
  ...wordsOf(severityWords, severities),
  ...wordsOf(modeWords, modes),
  ...others.map(([title, lines]) => term(title, lines)),
];

function wordsOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  meanings: Readonly<Record<Key, readonly string[]>>,
): readonly Page[] {
  return (Object.keys(words) as Key[]).map((key) => term(words[key], meanings[key]));
}
