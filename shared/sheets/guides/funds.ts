import { guidesOf } from '../symbols.ts';
import { W11 } from '../tables.ts';

const inTenThousands = '写数字，单位是万元，保留一位小数。';
const approximate = '是约数，不采用，请照凭证写准确的数。';

/** W11: one line a source of money. */
export const funds = guidesOf(W11, {
  seq: {
    means: '一行一个号，从 1 往下排，不影响计数。',
    mistakes: ['合计行也编了号：合计行不用编。'],
  },
  source: {
    means: '这笔钱从哪里来：市级、县区级、街道，还是社会资金。',
    counts: ['市级、县区级安排的，计入专项资金。'],
    not: ['街道拿出的钱、企业和个人捐的钱：照样填写，不计入专项资金。'],
    mistakes: ['几个来源的钱合写一行：一个来源写一行。', '写“财政拨款”：看不出是哪一级，写“市级”或“县区级”。'],
    wrong: { value: '财政拨款', because: '看不出是市级还是县区级，不能确定是否计入。' },
  },
  planned: {
    means: '文件或预算定给试点用的钱，不管拨没拨到都写。',
    counts: ['市级、县区级的这一格加起来大于 0，专项资金就算有了。'],
    not: ['街道和社会资金的这一格。'],
    format: inTenThousands,
    mistakes: ['按元填写：20 万元写成了 200000，请写 20。', '合计行多加或少加了一行：合计要等于各行之和。'],
    wrong: { value: 10, because: '到位有 15.5 万元，比安排还多；核对两个数，有追加的说明。' },
  },
  received: {
    means: '已经拨到账上的钱，看到账凭证；一分没有到的写 0。',
    format: inTenThousands,
    mistakes: ['把还没有拨到的也写上：没有到账的只写在“安排”。', '比支出还少：核对两个数，有垫付的说明。'],
    wrong: { value: 5, because: '支出有 12.3 万元，比到位还多；核对两个数，有垫付的说明。' },
  },
  spent: {
    means: '已经花出去的钱，看支出凭证；还没有花的写 0。',
    format: inTenThousands,
    mistakes: ['把打算花的也写上：只写已经花了的。', '写“约12万”：约数不采用。'],
    wrong: { value: '约12', because: approximate },
  },
  use: {
    means: '钱花在哪里：岗位、项目、创投、平台，花在几样写几样。',
    mistakes: ['写“工作经费”：看不出花在哪里，从这四样里选。'],
  },
  remark: {
    means: '还要说明的事，如有追加、有垫付、第几批拨付。',
    mistakes: ['到位比安排多、支出比到位多，却没有说明：在这里写清楚。'],
  },
});
