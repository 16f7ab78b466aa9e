import { withoutGround } from './basis.js';
import { setsList } from './listing.js';
import { article49, type ProvisionRule } from './rule.js';

/** 国办发〔2020〕49号（六）: fields in which a list is set rest on 法律、法规 or central policy; none may be added. */
export const listBasis: ProvisionRule = {
  id: '49-6-list-basis',
  article: article49('六'),
  title: '设列严重失信主体名单的领域须有依据',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '写明设列名单所依据的法律、法规或者党中央、国务院政策文件及条款；没有依据的，删去名单',
  check: (provision, subject) =>
    setsList(provision)
      ? withoutGround(provision, subject, 'B', {
          severity: 'warning',
          none: '设列名单或者规定其标准、程序，未见依据',
          unknown: '设列名单或者规定其标准、程序，依据须核对',
        })
      : [],
};
