import type { FieldGuide, Guides } from '../../model.ts';
import { guidesOf } from '../symbols.ts';
import { W13, W13lines } from '../tables.ts';

const approximate = '是约数，不能与明细核对，请写准确的数。';

const seq: FieldGuide = {
  means: '一行一个号，从 1 往下排，不影响核对。',
  mistakes: ['小计、合计行也编了号：不用编。'],
};
const reached: FieldGuide = {
  means: '自己看，达到要求没有，只填“是”或“否”；判定时以明细为准。',
  mistakes: ['写“基本达到”：只填“是”或“否”，差多少写在说明里。'],
  wrong: { value: '部分完成', because: '没有全部做到，按“否”算，请填“是”或“否”。' },
};
const remark: FieldGuide = {
  means: '自报的数与明细不一样时，写明为什么。',
  mistakes: ['在这里另报一个数：数只写在数的那一格。'],
};

const lines = guidesOf(W13lines, {
  seq,
  item: {
    means: '这一行报的是哪一个数，照汇总表印好的名称写。',
    counts: ['汇总表列出的，如“社区社会组织总数”“持证率”“注册率”。'],
    not: ['表上没有的，如“居民满意度”：不核对。'],
    mistakes: ['一行写两个数，如“登记和备案”：一个数写一行。'],
  },
  target: {
    means: '文件要求达到多少，照抄就行，如“10家”“40%”。',
    mistakes: ['把实际做到的数写在这里：那是“自报值”。'],
  },
  reported: {
    means: '本社区自己报的数，要与各张明细表数出来的一样。',
    mistakes: ['明细改了，这里没有改：报送前再对一遍。', '写“约12家”：写准确的数。'],
    wrong: { value: '约12家', because: approximate },
  },
  reached,
  remark,
});

const summary = guidesOf(W13, {
  seq,
  street: {
    means: '这一行的社区属于哪个街道或者乡镇，写全称。',
    mistakes: ['写简称，如“望淮”：写“望淮街道”。'],
  },
  community: {
    means: '这一行的数是哪个社区的，与基本情况表写得一样。',
    mistakes: ['几个社区合写一行：一个社区写一行。', '把没有报送的社区也列进来：没有报送的不列。'],
  },
  org_total: counted(
    '登记的和备案的加起来一共几家，要与名录数出来的一样。',
    '注销的、重复的没有减掉：以名录为准。',
    '约12家',
  ),
  org_registered: counted(
    '其中在民政局登记的有几家，要与名录数出来的一样。',
    '把备案的也加进来：备案的写在“备案数”。',
    '约7家',
  ),
  org_filed: counted(
    '其中在街道（乡镇）备案的有几家，要与名录数出来的一样。',
    '后来登记了的还算在备案里：只算登记。',
    '约5家',
  ),
  org_change: {
    means: '比上一次报送多了几家或者少了几家，如“+2”“-1”。',
    mistakes: ['把现在的总数写在这里：只写多或少几家。'],
  },
  workers: counted(
    '在岗的社区工作者有几个人，要与花名册数出来的一样。',
    '把机构派驻的社工、公益性岗位也算进来：不算。',
    '约10人',
  ),
  certified: counted(
    '在岗的社区工作者里有几个人持证，要与花名册数出来的一样。',
    '按证书的本数写：一个人两本证也只算 1 人。',
    '约4人',
  ),
  certified_rate: rated('持证的人数除以社区工作者的人数。', '四舍五入到整数：写到小数点后两位，如“41.67%”。'),
  volunteers: counted(
    '本社区注册志愿者有几个人，要与志愿者情况表一样。',
    '写成了全街道的数：只写本社区的。',
    '约1500人',
  ),
  volunteer_rate: rated('注册志愿者的人数除以常住人口。', '用户籍人口去除：要用常住人口。'),
  participation_rate: rated('参加过活动的注册志愿者人数除以注册志愿者人数。', '用人次去除：要用人数。'),
  pop_resident: {
    means: '本社区常住多少人，要与基本情况表、志愿者情况表一样。',
    mistakes: ['写成了户籍人口：要写常住的人数。'],
    wrong: { value: 8000, because: '基本情况表写的是 8652，同一个社区的同一个数要一样。' },
  },
  activities: counted(
    '试点期间办了几场志愿服务活动，要与活动台账数出来的一样。',
    '试点以前的、写了两遍的也算进来：不算。',
    '约12场',
  ),
  projects: counted('试点期间做了几个社工服务项目，要与项目表数出来的一样。', '还没有立项的也算进来：不算。', '约3个'),
  ventures: counted(
    '试点期间办了几次微公益创投，要与创投表数出来的一样。',
    '没有本社区项目的也算进来：不算。',
    '约1次',
  ),
  posts_centre: counted(
    '街道（乡镇）的中心设了几个社工岗位，要与岗位表数出来的一样。',
    '按在岗的人数写：这里数的是岗位。',
    '约2个',
  ),
  posts_station: counted(
    '本社区的站设了几个社工岗位，要与岗位表数出来的一样。',
    '把外社区站的岗位也算进来：不算。',
    '约1个',
  ),
  reached,
  remark,
});

/** W13: figures that the detail is held against, one line an item or one line a community. */
export const selfReport: Guides = { [W13.id]: { ...lines[W13lines.id], ...summary[W13.id] } };

function counted(means: string, mistake: string, wrong: string): FieldGuide {
  return {
    means,
    mistakes: [mistake, '与明细不一样：先查明细有没有漏，再改这里。'],
    wrong: { value: wrong, because: approximate },
  };
}

function rated(means: string, mistake: string): FieldGuide {
  return { means, mistakes: [mistake], wrong: { value: '105%', because: '一部分不会比全部还多，最多是 100%。' } };
}
