/** Faults as they would stand in a report, each where its words are found first. */
import {
  addText,
  behindChart,
  dropLine,
  dropRow,
  dropText,
  inChart,
  inColumn,
  inLine,
  put,
  type Sheet,
  swap,
  swapCells,
} from './planting.ts';
import type { Paper } from './word.ts';

export interface Fault {
  readonly name: string;
  /** `returned`: the report of a city whose ledgers came back in each way; `compared`: of one with both evaluations. */
  readonly in: 'midterm' | 'final' | 'compared' | 'returned' | 'public' | 'return' | 'rectify';
  readonly plant: (paper: Paper) => Paper;
}

const on =
  (of: Fault['in']) =>
  (name: string, plant: Fault['plant']): Fault => ({ name, in: of, plant });
const midterm = on('midterm');
const final = on('final');
const returned = on('returned');
const compared = on('compared');
const open = on('public');
const back = on('return');
const rectify = on('rectify');

/** In the papers of the sample city. */
export const faults: readonly Fault[] = [
  midterm('数：持证人数', put(/持证24人/, '持证25人')),
  midterm('数：持证率', put(/36\.92%/, '37.92%')),
  midterm('数：差几个百分点', put(/3\.08个百分点/, '2.08个百分点')),
  midterm('数：差几人', put(/个百分点、2人/, '个百分点、3人')),
  midterm('数：目标', put(/距40%目标/, '距30%目标')),
  midterm('数：应报', put(/应报试点单位10个/, '应报试点单位9个')),
  midterm('数：报送率', put(/报送率90\.00%/, '报送率100.00%')),
  midterm('数：文件', put(/共收到文件15份/, '共收到文件16份')),
  midterm('数：占比', put(/占44\.44%/, '占40.00%')),
  midterm('数：表里的一格', inLine(/锦湖社区/, /40\.00%（4\/10）/, '50.00%（5/10）')),
  midterm('数：缺数据写成零', inLine(/松风社区.*–/, /^–(?:缺数据|未到期)$/, '0个　✗未达标')),
  midterm('单位：人写成户', put(/社区工作者65人/, '社区工作者65户')),
  midterm('单位：个百分点写成百分之', put(/3\.08个百分点/, '3.08%')),
  midterm('判定：未达标写成达标', put(/未达标(?=\d+个)/, '进展正常')),
  midterm('判定：表里的未达标写成达标', inLine(/✗/, /✗$/, '✓')),
  midterm('判定：没有达到写成达到', put(/，达到10%目标/, '，距10%目标')),
  midterm('日期：截止日', put(/截至2020年11月30日/, '截至2020年11月20日')),
  midterm('日期：整改期限', put(/2021年2月28日/, '2021年3月28日')),
  midterm('日期：成文日期', put(/2020年12月28日/, '2020年12月29日')),
  midterm('名称：没有报送的换成别的', put(/白鹭洲社区（不参与/, '锦湖社区（不参与')),
  midterm('名称：未报送的一句没有了', put(/未报送：.+?（不参与各率计算）。/, '')),
  midterm('名称：问题安在别的单位', inLine(/梧桐里社区.*指标问题/, /梧桐里社区/, '锦湖社区')),
  midterm('名称：两项指标的名称对调', put(/其中注册志愿者/, '其中参加服务')),
  midterm('项数：共有需要整改的问题', put(/共有需要整改的问题\d+个/, '共有需要整改的问题3个')),
  midterm('遗漏：少一行问题', dropLine(/材料问题/)),
  midterm('遗漏：少一个单位', dropLine(/稻香镇白鹭洲社区.*未报送/)),
  midterm('条款：换了一条', put(/“二（二）2”/, '“二（三）”')),
  midterm('来源：换了一格', inLine(/!([A-Z]+)\d+/, /!([A-Z]+)\d+/, '!$19999')),
  final('方向：提高写成下降', put(/提高(?=[\d.]+个百分点)/, '下降')),
  final('建议：写成已经认定', put(/作为验收的建议；是否通过验收由主管部门认定/, '已经通过验收')),
  midterm(
    '单位：两个单位对调',
    swap(/没有达到目标的指标/, '毛集社会发展综合实验区晴川镇芦花村', '谢家集区青石街道梧桐里社区'),
  ),
  midterm('单位：几个单位中换一个', put(/凤台县新渡镇渡口社区(?=.*进展滞后的指标)/, '高新区澄明街道书香苑社区')),
  midterm('单位：居首位的换成别的', put(/梧桐里社区(?=城市社区社会组织数达到)/, '桂花园社区')),
  midterm('判定：未达标写成达标', put(/未达标(?=\d+个（)/, '达标')),
  midterm('判定：缺数据写成已达标', put(/各应评单位都缺数据/, '各应评单位都已达标')),
  midterm('判定：尚未到期写成没有达标', put(/都还没有数据，任务尚未到期/, '都没有达标')),
  midterm('判定：表里的进行中写成达标', inLine(/松风/, /^→进行中/, '✓达标')),
  midterm('判定：进展滞后写成没有达到目标', put(/进展滞后的指标/, '没有达到目标的指标')),
  midterm('判定：须核实写成不符合', put(/须核实并写明核实说明的事项/, '的数据不符合以下要求')),
  midterm('判定：尚差写成差', put(/尚差/, '差')),
  midterm('说明：待核实的写成计入', put(/（待核实、缺数据的单位未计入/, '（缺数据的单位未计入')),
  midterm('标题：指标问题写成材料问题', put(/^（[一-十]）指标问题$/, '（三）数据问题，退回修改')),
  midterm('标题：序号', put(/^三、/, '四、')),
  midterm('依据：换了一条', inLine(/指标问题/, /二（一）/, '二（二）')),
  midterm('要求：写成已经补足', inLine(/指标问题/, /请尽快补足/, '已经补足')),
  midterm('位置：换了一格', inLine(/数据问题/, /”([A-Z]+)\d+。$/, '”$199。')),
  midterm('附件：没有的附件', put(/附件“各单位问题清单”/, '附件“问题台账”')),
  midterm('附件：序号', put(/^附件：1\./, '附件：2.')),
  midterm('图：一根柱', inChart),
  midterm('图：数据表', behindChart('book')),
  midterm('图：读出来的', behindChart('described')),
  midterm('图：题目', put(/^各单位.+与目标$/, '各单位社会工作专业岗位全覆盖率与目标')),
  midterm('遗漏：要求的一句没有了', dropText(/^按照.+进展滞后的单位请加快进度/)),
  midterm('添加：没有的结论', addText(/^没有到期的任务/, '各单位都按期完成了整改。')),
  final('方向：增加写成减少', put(/增加(?=\d+家。?$)/, '减少')),
  final('方向：没有变化写成增加', put(/没有变化(?=。?$)/, '增加1家')),
  final('方向：达到写成没有达到', put(/，达到40%目标/, '，距40%目标差1.00个百分点、1人')),
  final('整改：没有回报写成按期销号', put(/没有回报(?=\d+个)/, '按期销号')),
  final('整改：表头对调', put(/^没有回报$/, '尚未销号')),
  final('整改：没有销号的换成别的', put(/(还有问题没有销号的单位：)寿县清泉镇柳塘村/, '$1潘集区稻香镇白鹭洲社区')),
  final('整改：自报写成核对', put(/按各单位台账自报，/, '')),
  final('整改：没有统计的换成别的', put(/(没有统计的单位：)[^、。]+/, '$1寿县清泉镇柳塘村')),
  final('单位：全部达到的换成别的', put(/(全部达到的单位有1个：)[^。]+/, '$1寿县清泉镇柳塘村')),
  final('建议：暂不能建议写成建议授予', put(/资料不全、暂不能建议/, '建议授予示范点')),
  final(
    '人评：没有评定写成已评',
    put(/：2个单位都没有评定，不计分，也不作零分/, '：应评2个单位，已评2个，按人评的分计入'),
  ),
  final('遗漏：作为建议的一句没有了', put(/以上是按报送数据计算的结果，.+认定。/, '')),
  final('委托：换了一家', put(/受淮南市人民政府委托/, '受安徽省民政厅委托')),

  compared('方向：没有核定的不说', dropText(/^下列指标有单位的数未核定/)),
  compared('数：没有核定的单位', put(/与(中期|基线)相比\d+个单位/, '与$1相比9个单位')),

  returned('整改：按期写成逾期', put(/按期销号(?=\d+个)/, '逾期销号')),
  returned('整改：仍列为问题的算作按期', put(/，已报销号、终期评估仍列为问题\d+个/, '')),
  returned('整改：尚未销号写成按期', put(/尚未销号(?=\d+个)/, '按期销号')),
  returned('整改：表里逾期写成按期', swapCells(/逾期社区/, 2, 3)),
  returned('整改：仍列为问题的换成别的', put(/(仍列为问题的单位：)[^、。]+/, '$1经济技术开发区1街道未答社区')),
  returned(
    '整改：没有到位也建议授予的换成别的',
    put(/(没有数据可以核对的：)[^、，]+/, '$1经济技术开发区1街道两版社区'),
  ),
  returned('整改：没有数据可以核对的算作按期', put(/，已报销号、没有数据可以核对\d+个/, '')),
  returned('整改：没有数据可以核对的不说', put(/已报销号、没有数据可以核对的单位：.+/, '')),
  returned('整改：没有统计的不说', dropText(/^台账要再放入一次才能核对/)),
  returned('整改：自报的口径不说', dropText(/^指标“.+”按各单位台账自报计算/)),

  open('人数：说出几人', put(/不足5[人个]|的人数不列/, '4个')),
  open('人数：单位的率', inLine(/柳塘村.*4家/, /^✗未达标$/, '28.57%✗')),
  open('人数：前后的数', inLine(/^社区志愿者注册率/, /^不列$/, '16.32%（1940/11890）')),
  open('人数：句子里的几人', addText(/^常住人口/, '柳塘村持证2人。')),
  open('附件：没有附的', put(/· 参考。$/, '· 参考。率的分子、分母见附件“数据来源”。')),
  open(
    '问题：一条一条说',
    addText(/材料问题$/, '寿县清泉镇柳塘村的数据不符合以下要求：“备案的组织须填备案号和备案日期”。'),
  ),
  open(
    '名单：说出不建议的',
    addText(/作为验收的建议|没有达到目标的指标/, '不建议授予示范点的1个单位：寿县清泉镇柳塘村。'),
  ),
  open('判定：没有达到写成达到', put(/没有达标(?=。)/, '已达标')),
  open('单位：换了一个', put(/(未达标1个（)寿县清泉镇柳塘村/, '$1田家庵区望淮街道锦湖社区')),
  open('位置：文件和单元格', addText(/^常住人口/, '见“花名册”!K5。')),
  open('遗漏：为保护个人信息的一句', dropText(/^为保护个人信息/)),

  back('数：强制性问题', put(/强制性问题\d+处/, '强制性问题9处')),
  back('数：核实性问题', put(/核实性问题\d+处/, '核实性问题1处')),
  back('校验码', put(/校验码./, '校验码A')),
  back('日期：重新报送', put(/2021年1月8日/, '2021年1月18日')),
  back('单位：正文', put(/对凤台县新渡镇渡口社区报送/, '对寿县清泉镇柳塘村报送')),
  back('主送：别的县', put(/^凤台县民政局/, '寿县民政局')),
  back('标题：别的单位', put(/新渡镇渡口社区/, '清泉镇柳塘村')),
  back('判定：退回写成接收', put(/现予退回修改/, '现予接收')),
  back('类别：核实问题写成数据问题', inLine(/^核实问题/, /^核实问题$/, '数据问题')),
  back('题注：核实写成必须', put(/^需要核实的问题$/, '必须修改的问题')),
  back('位置：换了一格', inLine(/^数据问题/, /”([A-Z]+)\d+。$/, '”$199。')),
  back('依据：换了一条', inLine(/登记证书为准/, /登记的组织形式以登记证书为准/, '登记的组织形式以章程为准')),
  back('遗漏：少一行', dropLine(/^数据问题/)),
  back('落款：别的日期', put(/^2020年12月28日$/, '2020年12月18日')),

  rectify('数：问题', put(/整改的问题\d+个/, '整改的问题4个')),
  rectify('数：类别', put(/指标问题\d+个/, '指标问题1个')),
  rectify('类别：两类对调', put(/指标问题(\d+)个，材料问题(\d+)个/, '指标问题$2个，材料问题$1个')),
  rectify('现值', inLine(/指标问题/, /66\.67%（2\/3）/, '76.67%（2/3）')),
  rectify('目标', inLine(/指标问题/, /^≥100%$/, '≥90%')),
  rectify('差距：百分点', inLine(/指标问题/, /33\.33个百分点/, '23.33个百分点')),
  rectify('差距：人', inLine(/指标问题/, /个百分点、1人/, '个百分点、2人')),
  rectify('判定：没有达到写成达到', inLine(/指标问题/, /没有达到目标/, '达到目标')),
  rectify('判定：进展滞后写成没有达到目标', inLine(/指标问题/, /进展滞后/, '没有达到目标')),
  rectify('编号：两个一样', inLine(/ZG-.+进展滞后/, /^ZG-(.{5})-.{6}$/, 'ZG-$1-2JQ6TF')),
  rectify('编号：别的单位的', inLine(/进展滞后/, /^ZG-.{5}/, 'ZG-22222')),
  rectify('日期：整改期限', put(/2021年2月28日前整改到位/, '2021年3月28日前整改到位')),
  rectify('日期：要求里的', inLine(/进展滞后/, /2021年5月31日/, '2021年3月31日')),
  rectify('依据：条款', put(/三（四）/, '三（三）')),
  rectify('依据：表里', inLine(/进展滞后/, /二（二）2/, '二（二）3')),
  rectify('要求：措施', inLine(/指标问题/, /请尽快补足/, '不必补足')),
  rectify('遗漏：少一行', dropLine(/材料问题/)),
  rectify('遗漏：没有佐证不作销号', put(/没有填完成日或者没有佐证的，不作销号。/, '')),
  rectify('主送：别的县', put(/^.+民政局：/, '潘集区民政局：')),
];

export interface LedgerFault {
  readonly name: string;
  readonly plant: (sheet: Sheet) => Sheet;
}

/** In the ledger that goes out with 整改通知. */
export const ledgerFaults: readonly LedgerFault[] = [
  { name: '现状', plant: inColumn('现状', '99.99%（3/3）') },
  { name: '差距', plant: inColumn('差距', '1人') },
  { name: '编号', plant: inColumn('问题编号', 'ZG-22222-222222') },
  { name: '状态已经填好', plant: inColumn('状态', '已销号') },
  { name: '时限', plant: inColumn('时限', '2021-03-28') },
  { name: '责任单位', plant: inColumn('责任单位', '潘集区稻香镇白鹭洲社区') },
  { name: '问题', plant: inColumn('问题描述', '没有问题。要求：无。') },
  { name: '少一行', plant: dropRow },
];
