/**
 * What is never collected (domain §11.2 and §11.4): a flow may have no field for it. Numbers of
 * identity cards and the like are found in texts, too, see src/flows/private-text.ts.
 */
export const neverStored: readonly string[] = [
  '身份证',
  '证件号',
  '手机号',
  '电话',
  '银行卡',
  '账户',
  '住址',
  '家庭',
  '病',
  '健康',
  '人脸',
  '照片',
  '位置',
  '信访',
  '处分',
  '政审内容',
  '政审结论',
  '谈话内容',
  '发言内容',
  '宗教',
  '工资',
];
