import type { ReadUnit } from '../../../model/index.js';
import { article49, type ProvisionRule } from './rule.js';

const REFUSED =
  /(?:不予|不得|不可|不能|不允许|不接受|不支持|不适用|禁止|一律不|不再|不进行)(?:进行|申请|受理|办理|给予|其|提出)?[^。；，不]{0,10}(?:信用修复|(?<!按期|及时|自行)修复(?!或|义务|责任|工程|措施|费)|移出(?:名单|黑名单|失信)|退出名单)|(?:终身|永久)[^。；，]{0,6}不[^。；，]{0,4}(?:修复|移出|退出)|不可修复|永不移出|不得修复/u;
/** Not asked properly, or not yet fit: how any application ends. */
const PROCEDURE =
  /不符合|未(?:履行|完成|整改|纠正|达到|按|满)|不满|材料|审核|审查|经核|经查|尚未|条件|驳回|弄虚作假|虚假|隐瞒|说明理由|书面告知|再次申请|之日起[^。；，]{0,10}内|[一二三四五六七八九十\d]{1,3}(?:年|个?月)内|期间内|期限内|届满前|期满前/u;
const ABSOLUTE = /一律|终身|永久|永不|任何情况|均不/u;

/** 国办发〔2020〕49号（十一）: all may apply for repair, unless law, regulation or central policy says otherwise. */
export const repairRefused: ProvisionRule = {
  id: '49-11-repair-refused',
  article: article49('十一'),
  title: '除另有规定外均可申请信用修复',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '删去不予修复的规定，或者写明规定不可修复的法律、法规或者党中央、国务院政策文件及条款',
  check: function* ({ read, sentences }) {
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (!/(?<!电)信用|失信|名单|诚信|不良记录/u.test(said)) continue;
      const span = sentence.find(REFUSED);
      if (!span) continue;
      const procedure = PROCEDURE.test(said);
      if (ABSOLUTE.test(sentence.text) && !cites(read)) yield { span, message: '规定一律、终身不予信用修复' };
      else if (cites(read) || /法律|法规|国务院/u.test(said))
        yield {
          span,
          severity: 'note',
          message: '规定不予信用修复，所引法律、法规或者党中央、国务院政策文件是否明确不可修复须核对',
        };
      else if (!procedure) yield { span, message: '规定不予信用修复而没有援引依据' };
      else if (/[一二三四五六七八九十\d]{1,3}(?:年|个?月)内|期间内|期限内|届满前|期满前/u.test(said))
        yield { span, severity: 'warning', message: '规定一定期间内不予信用修复而没有援引依据' };
    }
  },
};

const cites = ({ citations }: ReadUnit): boolean =>
  citations.some(({ kind }) => kind === 'full' || kind === 'number');
