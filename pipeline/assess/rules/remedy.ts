import { listDuty } from './duties.js';

/** 国办发〔2020〕49号（七）: the criteria say as well what remedy there is. */
export const remedy = listDuty({
  id: '49-7-remedy',
  number: '七',
  title: '认定标准应当一并明确救济措施',
  met: /行政复议|申请复议|行政诉讼|提起诉讼|救济|申诉|复核|异议|申辩/u,
  message: '设列名单，全文没有救济措施（复议、诉讼、异议、申诉）',
  suggestion: '写明当事人不服列入决定的，可以依法提出异议、申请行政复议或者提起行政诉讼',
});
