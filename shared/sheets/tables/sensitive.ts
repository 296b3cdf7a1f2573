import { table } from '../symbols.ts';

/**
 * Lists of people under special protection. No template has them: they are recognised only so that they can be masked
 * and pointed out (R201, decision sheets-10); they are never data.
 */
export const PROTECTED = table({
  id: 'LIST',
  role: 'protected',
  name: '特殊人群名单',
  shape: 'list',
  titles: ['名单', '花名册', '台账'],
  marked: ['矫正', '困境儿童', '特扶', '残疾', '救助', '低保', '失独', '留守儿童', '特困', '服刑', '戒毒', '精神障碍'],
  key: ['name'],
  needs: [['name']],
  citation: '个人信息保护法第二十八条：只指出，不读取',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    name: {
      label: '姓名',
      synonyms: [
        '人员姓名',
        '儿童姓名',
        '对象姓名',
        '被矫正人',
        '户主',
        '户主姓名',
        '残疾人姓名',
        '矫正对象姓名',
        '困境儿童姓名',
      ],
      type: 'text',
      personal: 'name',
    },
    sex: { label: '性别', type: 'text', personal: 'text' },
    age: { label: '年龄', type: 'text', personal: 'text' },
    birth: { label: '出生年月', synonyms: ['出生日期', '生日'], type: 'date', personal: 'birth' },
    idno: {
      label: '身份证号',
      synonyms: ['身份证号码', '公民身份号码', '身份证', '残疾证号'],
      type: 'id',
      personal: 'id',
    },
    guardian: {
      label: '监护人',
      synonyms: ['监护人姓名', '家长', '联系人', '家属', '监护人（关系）'],
      type: 'text',
      personal: 'name',
    },
    address: {
      label: '住址',
      synonyms: ['家庭住址', '地址', '现住址', '家庭地址', '居住地址'],
      type: 'text',
      personal: 'address',
    },
    phone: {
      label: '联系电话',
      synonyms: ['联系方式', '电话', '手机', '监护人电话', '手机号码'],
      type: 'phone',
      personal: 'phone',
    },
    account: { label: '银行卡号', synonyms: ['银行账号', '卡号', '账号'], type: 'text', personal: 'account' },
    kind: {
      label: '类别',
      synonyms: ['困境类型', '类型', '残疾类别', '救助类别', '致困原因', '罪名', '困境情况', '情况'],
      type: 'text',
      personal: 'text',
    },
    amount: {
      label: '金额',
      synonyms: ['慰问金额', '救助金额', '慰问金', '慰问金（元）'],
      type: 'text',
      personal: 'text',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'text', personal: 'text' },
  },
});
