/**
 * The cases of the citation grammar: the reason why the row exists, a text, the citations in it as
 * `kind|span|title|number|articles`. Names of places and texts are made up, statutes are not.
 */
export type Case = readonly [reason: string, text: string, citations: readonly string[]];

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  titles: [
    [
      'a title alone',
      '根据《云川省社会信用条例》，制定本办法。',
      ['full|《云川省社会信用条例》|云川省社会信用条例||'],
    ],
    [
      "the state's name stays in the title",
      '依照《中华人民共和国行政许可法》的规定办理。',
      ['full|《中华人民共和国行政许可法》|中华人民共和国行政许可法||'],
    ],
    [
      'titles side by side without a mark between',
      '根据《云川省节水条例》《清水市供水办法》等规定',
      ['full|《云川省节水条例》|云川省节水条例||', 'full|《清水市供水办法》|清水市供水办法||'],
    ],
    [
      'titles joined by 、 and 和, the articles belong to the last',
      '依据《甲川条例》、《乙川条例》和《丙川办法》第三条',
      [
        'full|《甲川条例》|甲川条例||',
        'full|《乙川条例》|乙川条例||',
        'full|《丙川办法》第三条|丙川办法||第三条',
      ],
    ],
    [
      'nested title in 〈〉 is part of the outer one',
      '《关于修改〈云川省档案条例〉的决定》自公布之日起施行',
      ['full|《关于修改〈云川省档案条例〉的决定》|关于修改〈云川省档案条例〉的决定||'],
    ],
    [
      'a title in 〈〉 alone',
      '依照〈云川省信用条例〉第三条',
      ['full|〈云川省信用条例〉第三条|云川省信用条例||第三条'],
    ],
    ['what is in 〈〉 and no legal text', '见〈附图〉和＜注意＞', []],
    [
      'a title in 〈〉 of which the outer opening mark is lost',
      '按照关于修改〈云川省信用条例〉的决定》办理',
      ['full|关于修改〈云川省信用条例〉的决定》|关于修改〈云川省信用条例〉的决定||'],
    ],
    [
      'nested title in the outer marks again',
      '《关于印发《云川省信用修复办法》的通知》已收悉',
      ['full|《关于印发《云川省信用修复办法》的通知》|关于印发《云川省信用修复办法》的通知||'],
    ],
    [
      'nested title in < >',
      '《云川省实施<中华人民共和国水法>办法》第九条',
      ['full|《云川省实施<中华人民共和国水法>办法》第九条|云川省实施<中华人民共和国水法>办法||第九条'],
    ],
    [
      'marks around the statute that a 地方性法规 carries out',
      '依照云川省实施《中华人民共和国水法》办法第九条',
      ['full|云川省实施《中华人民共和国水法》办法第九条|云川省实施《中华人民共和国水法》办法||第九条'],
    ],
    [
      "but a text's own title names the statute that it carries out",
      '云川省实施《中华人民共和国水法》办法\n第一条 为了',
      ['full|《中华人民共和国水法》|中华人民共和国水法||'],
    ],
    [
      'but a statute that is carried out is that',
      '全市实施《中华人民共和国水法》的部门',
      ['full|《中华人民共和国水法》|中华人民共和国水法||'],
    ],
    [
      'nested title first',
      '《〈云川省招标条例〉实施细则》第二条',
      ['full|《〈云川省招标条例〉实施细则》第二条|〈云川省招标条例〉实施细则||第二条'],
    ],
    [
      'title broken over a line',
      '依照《中华人民共和国政府\n采购法》第七十七条',
      ['full|《中华人民共和国政府\n采购法》第七十七条|中华人民共和国政府采购法||第七十七条'],
    ],
    [
      'title broken over an empty line',
      '依照《中华人民共和国义\n\n务教育法》处理',
      ['full|《中华人民共和国义\n\n务教育法》|中华人民共和国义务教育法||'],
    ],
    [
      'stray white space in a title is dropped from it',
      '《清水市 住房保障 办法》第六条',
      ['full|《清水市 住房保障 办法》第六条|清水市住房保障办法||第六条'],
    ],
    [
      'old web pages write << >>',
      '按照<<云川省居住证管理办法>>第四条办理',
      ['full|<<云川省居住证管理办法>>第四条|云川省居住证管理办法||第四条'],
    ],
    [
      'markup in a title is no part of it',
      '《云川省<b>价格</b>条例》第五条',
      ['full|《云川省<b>价格</b>条例》第五条|云川省价格条例||第五条'],
    ],
    [
      'a trial mark belongs to the title',
      '《清水市信用评价办法（试行）》第十条',
      ['full|《清水市信用评价办法（试行）》第十条|清水市信用评价办法（试行）||第十条'],
    ],
    [
      'issuer before the title is left out',
      '财政部、商务部《云川口岸管理办法》第一条',
      ['full|《云川口岸管理办法》第一条|云川口岸管理办法||第一条'],
    ],
    [
      'a year of revision stands before the article',
      '《云川省气象条例》（2018年修订）第十一条',
      ['full|《云川省气象条例》（2018年修订）第十一条|云川省气象条例||第十一条'],
    ],
    [
      'a year of revision without article is left out',
      '《云川省气象条例》（2018年修订）规定',
      ['full|《云川省气象条例》|云川省气象条例||'],
    ],
    [
      'a date before the article',
      '《云川省渔业条例》（2009年5月1日起施行）第十六条、第十七条',
      ['full|《云川省渔业条例》（2009年5月1日起施行）第十六条、第十七条|云川省渔业条例||第十六条 第十七条'],
    ],
    [
      'unclosed title ends at white space',
      '《清水市建筑市场信用管理 的机关',
      ['full|《清水市建筑市场信用管理|清水市建筑市场信用管理||'],
    ],
    [
      'unclosed title ends at the article',
      '《清水市建筑市场信用管理第三条',
      ['full|《清水市建筑市场信用管理第三条|清水市建筑市场信用管理||第三条'],
    ],
    [
      'unclosed title ends at a bracket never opened',
      '《清水市建筑市场信用管理办法）的通知',
      ['full|《清水市建筑市场信用管理办法|清水市建筑市场信用管理办法||'],
    ],
    ['a stump of a title names nothing', '》、《云川', []],
    [
      'a title whose opening mark is lost, at the start',
      '信用管理办法》（清府令第7号）',
      ['full|信用管理办法》（清府令第7号）|信用管理办法|清府令第7号|'],
    ],
    [
      'a title whose opening mark is lost, after a lead',
      '按照云川省数据条例》第三条',
      ['full|云川省数据条例》第三条|云川省数据条例||第三条'],
    ],
    [
      'one closing mark for two opening ones',
      '《关于印发《清水市信用办法》的通知（清府〔2019〕8号）',
      [
        'full|《关于印发《清水市信用办法》的通知（清府〔2019〕8号）|关于印发《清水市信用办法》的通知|清府〔2019〕8号|',
      ],
    ],
    [
      '国务院 before the title, no article',
      '根据国务院《云川保护区条例》和有关法律',
      ['full|《云川保护区条例》|云川保护区条例||'],
    ],
    [
      'a list after 目录',
      '列入《云川省公共信用信息目录》的信息',
      ['full|《云川省公共信用信息目录》|云川省公共信用信息目录||'],
    ],
    [
      'a plan is a policy document',
      '为实施《云川湾城镇群协调发展规划》',
      ['full|《云川湾城镇群协调发展规划》|云川湾城镇群协调发展规划||'],
    ],
    [
      'an unknown kind of text is taken for one',
      '依照《云川宪章》第二条',
      ['full|《云川宪章》第二条|云川宪章||第二条'],
    ],
  ],
  'papers that are no legal texts': [
    ['a card', '持有《居住证》的人员', []],
    ['a licence', '未取得《道路运输经营许可证》的', []],
    ['a certificate with 书', '申请《互联网信息服务资格证书》', []],
    ['a form', '填写《住房保障申请表》一式三份', []],
    ['a newspaper', '在《清水日报》刊登公告', []],
    ['a contract', '签订《国有土地使用权出让合同》', []],
    ['a notice to a person', '发出《责令改正通知书》', []],
    ['a form called by its number', '附《信用信息异议申请单（二）》', []],
    ['a letter of undertaking', '签署《信用承诺书》', []],
    ['a report', '编制《环境影响报告书》', []],
    ['a letter of introduction', '开具《随军子女介绍信》', []],
    ['a letter', '发出《养老保险制度衔接联系函》', []],
    [
      "but a court's 复函 is one",
      '依照《关于清水案适用法律的复函》处理',
      ['full|《关于清水案适用法律的复函》|关于清水案适用法律的复函||'],
    ],
    ['but a 议定书 is one', '根据《云川议定书》', ['full|《云川议定书》|云川议定书||']],
    [
      'a form that has an article is taken for a text',
      '《清水市服务手册》第三条',
      ['full|《清水市服务手册》第三条|清水市服务手册||第三条'],
    ],
  ],
  numbers: [
    [
      'a number in brackets belongs to the title',
      '《关于完善失信约束制度的意见》（云办发〔2020〕49号）',
      [
        'full|《关于完善失信约束制度的意见》（云办发〔2020〕49号）|关于完善失信约束制度的意见|云办发〔2020〕49号|',
      ],
    ],
    [
      'number and short name in one bracket',
      '《关于完善失信约束制度的意见》（云办发〔2020〕49号，以下简称《指导意见》）第（七）条',
      [
        'full|《关于完善失信约束制度的意见》（云办发〔2020〕49号，以下简称《指导意见》）第（七）条|关于完善失信约束制度的意见|云办发〔2020〕49号|第（七）条',
      ],
    ],
    [
      'number and short name in two brackets',
      '《关于完善失信约束制度的意见》（云办发〔2020〕49号）（以下简称《意见》）',
      [
        'full|《关于完善失信约束制度的意见》（云办发〔2020〕49号）（以下简称《意见》）|关于完善失信约束制度的意见|云办发〔2020〕49号|',
      ],
    ],
    [
      'number and articles',
      '《云川督察条令》（国务院令第 603 号）第 4 条：',
      ['full|《云川督察条令》（国务院令第 603 号）第 4 条|云川督察条令|国务院令第603号|第4条'],
    ],
    [
      'number without brackets behind the title',
      '《清水市住房办法》清府发〔2012〕6号第三条',
      ['full|《清水市住房办法》清府发〔2012〕6号第三条|清水市住房办法|清府发〔2012〕6号|第三条'],
    ],
    [
      'number in front of the title',
      '1993年11月9日市政府令第67号发布的《清水市备案规定》同时废止',
      ['full|市政府令第67号发布的《清水市备案规定》|清水市备案规定|市政府令第67号|'],
    ],
    [
      'code in front of the title',
      '根据云发〔2016〕33号《关于建立联合奖惩制度的意见》',
      ['full|云发〔2016〕33号《关于建立联合奖惩制度的意见》|关于建立联合奖惩制度的意见|云发〔2016〕33号|'],
    ],
    [
      '关于印发《…》的通知: the number of the notice',
      '关于印发《清水市信用办法》的通知（清府〔2019〕8号）',
      ['full|《清水市信用办法》的通知（清府〔2019〕8号）|清水市信用办法|清府〔2019〕8号|'],
    ],
    ['a number alone', '符合粤教〔2005〕3号文件规定', ['number|粤教〔2005〕3号||粤教〔2005〕3号|']],
    [
      'two numbers',
      '按照云发〔2014〕21号和云办发〔2019〕35号的要求',
      ['number|云发〔2014〕21号||云发〔2014〕21号|', 'number|云办发〔2019〕35号||云办发〔2019〕35号|'],
    ],
    ['a number after 根据', '根据云发〔2014〕21号，制定', ['number|云发〔2014〕21号||云发〔2014〕21号|']],
    ['square brackets', '（清建[2006]156号）', ['number|清建[2006]156号||清建〔2006〕156号|']],
    [
      'a decree of which the head is lost',
      '令第 350 号）第三十七条：违反本条例',
      ['number|令第 350 号）第三十七条||令第350号|第三十七条'],
    ],
    [
      'a decree with its verb, then the article',
      '主席令第 21 号公布）第 49 条：',
      ['number|主席令第 21 号公布）第 49 条||主席令第21号|第49条'],
    ],
    [
      'number of a decree after the date',
      '2004年12月20日云川省人民政府令第188号发布',
      ['number|云川省人民政府令第188号||云川省人民政府令第188号|'],
    ],
    ["a court's case number is no reference", '（2003）民一终字第55号', []],
    ['a house number is no reference', '清水市人民路20号', []],
    ['a telephone service is no reference', '拨打12345号热线', []],
    [
      'numbers that share code and year',
      '财税〔2016〕36号、46号规定',
      ['number|财税〔2016〕36号||财税〔2016〕36号|', 'number|46号||财税〔2016〕46号|'],
    ],
    [
      'numbers that share year and 号',
      '财税〔2016〕36、46号规定',
      ['number|财税〔2016〕36||财税〔2016〕36号|', 'number|46号||财税〔2016〕46号|'],
    ],
    [
      'joint numbers of two issuers behind a title',
      '《清水市收费意见》（清财〔2016〕3号、清建〔2016〕4号）第二条',
      [
        'full|《清水市收费意见》（清财〔2016〕3号、清建〔2016〕4号）第二条|清水市收费意见|清财〔2016〕3号|第二条',
      ],
    ],
    [
      'year and number of an announcement',
      '按照国家税务总局公告2021年第3号办理',
      ['number|国家税务总局公告2021年第3号||国家税务总局公告2021年第3号|'],
    ],
    ['令 last', '依照第588号国务院令第九条', ['number|第588号国务院令第九条||第588号国务院令|第九条']],
    ['both brackets missing', '贯彻云办发202049号文件', ['number|云办发202049号||云办发〔2020〕49号|']],
    [
      'a bracket for number only, left open',
      '《公务员申诉规定》（人社部发〔2008〕20 号',
      ['full|《公务员申诉规定》（人社部发〔2008〕20 号|公务员申诉规定|人社部发〔2008〕20号|'],
    ],
  ],
  'bare names': [
    [
      'with article',
      '依照行政诉讼法第四十九条第三项',
      ['full|行政诉讼法第四十九条第三项|行政诉讼法||第四十九条第三项'],
    ],
    ['without article', '构成犯罪的，依照刑法有关规定追究', ['full|刑法|刑法||']],
    ['the constitution', '根据宪法，制定本法。', ['full|宪法|宪法||']],
    [
      "with the state's name",
      '依照中华人民共和国刑法第二百条',
      ['full|中华人民共和国刑法第二百条|中华人民共和国刑法||第二百条'],
    ],
    [
      'with 新 before',
      '新环境保护法和新环境影响评价法施行以来',
      ['full|新环境保护法|环境保护法||', 'full|新环境影响评价法|环境影响评价法||'],
    ],
    ['with 修订后的 before', '修订后的公司法第十条', ['full|修订后的公司法第十条|公司法||第十条']],
    [
      'article without 第 before the item',
      '适用铁路法第十七条第一款（二）项的规定',
      ['full|铁路法第十七条第一款（二）项|铁路法||第十七条第一款（二）项'],
    ],
    [
      'an amendment',
      '刑法修正案（九）第三十六条',
      ['full|刑法修正案（九）第三十六条|刑法修正案（九）||第三十六条'],
    ],
    [
      'an interpretation by its short name',
      '公司法解释三第十三条、民法典担保制度司法解释第七条',
      [
        'full|公司法解释三第十三条|公司法解释三||第十三条',
        'full|民法典担保制度司法解释第七条|民法典担保制度司法解释||第七条',
      ],
    ],
    [
      'its implementing rules',
      '食品安全法第五条及其实施条例第六条',
      ['full|食品安全法第五条|食品安全法||第五条', 'full|实施条例第六条|实施条例||第六条'],
    ],
    [
      'implementing rules of a statute',
      '按照森林法实施条例第三十条',
      ['full|森林法实施条例第三十条|森林法实施条例||第三十条'],
    ],
    ['by the rule of a statute', '按照立法法规定的程序', ['full|立法法|立法法||']],
    ['but 法规 is another word', '违反环境保护法规的行为', []],
    ['a 条例 of the State Council', '按照信访条例和有关规定答复', ['full|信访条例|信访条例||']],
    ['a 条例 with its issuer', '依照国务院失业保险条例缴费', ['full|失业保险条例|失业保险条例||']],
    ["a place's 条例 is another one", '按照云川省信访条例答复', []],
    ['its implementing rules are another text', '信访条例实施细则另行制定', []],
    ['its draft is another text', '信访条例（草案）征求意见', []],
    ["a text's own title is no reference", '信访条例\n第一条 为了', []],
    ['法人 is no statute', '公司法人应当办理登记', []],
    ['刑法学 is no statute', '讲授刑法学的教师', []],
    ['教师法定 is no statute', '保障教师法定权利', []],
    ['基本法委员会 is no statute', '香港特别行政区基本法委员会主任', []],
    ['in the middle of another title', '依照云川省实施道路交通安全法办法处理', []],
    [
      'but by the rule of one that is carried out',
      '实施道路交通安全法规定的措施',
      ['full|道路交通安全法|道路交通安全法||'],
    ],
    ['仲裁法庭 is no statute', '设立仲裁法庭', []],
    ['污水法 is no statute', '污水法定标准', []],
    [
      'a long name is not taken for a short one',
      '违反农产品质量安全法第五条',
      ['full|农产品质量安全法第五条|农产品质量安全法||第五条'],
    ],
    [
      '基本法 with 与',
      '基本医疗卫生与健康促进法第三条',
      ['full|基本医疗卫生与健康促进法第三条|基本医疗卫生与健康促进法||第三条'],
    ],
    [
      'a name that is in no list, by its article',
      '违反云川省数据条例第五条',
      ['full|云川省数据条例第五条|云川省数据条例||第五条'],
    ],
    [
      'a name with 信用 in it',
      '依照清水市社会信用条例第三条',
      ['full|清水市社会信用条例第三条|清水市社会信用条例||第三条'],
    ],
    [
      'a name with 为 in it',
      '按照清水市文明行为促进条例第九条规定',
      ['full|清水市文明行为促进条例第九条|清水市文明行为促进条例||第九条'],
    ],
    [
      'a name with 自由 in it',
      '适用自由贸易试验区条例第八条',
      ['full|自由贸易试验区条例第八条|自由贸易试验区条例||第八条'],
    ],
    [
      'two bare statutes',
      '民法典第八十五条、公司法第二十二条第二款',
      ['full|民法典第八十五条|民法典||第八十五条', 'full|公司法第二十二条第二款|公司法||第二十二条第二款'],
    ],
    [
      'words of the article before its item',
      '宪法第六十七条“常务委员会行使下列职权”中第六项“监督”',
      ['full|宪法第六十七条“常务委员会行使下列职权”中第六项|宪法||第六十七条第六项'],
    ],
    [
      'a bare statute in a list of bases',
      '依照宪法、刑法和监察法的规定',
      ['full|宪法|宪法||', 'full|刑法|刑法||', 'full|监察法|监察法||'],
    ],
  ],
  articles: [
    ['one', '《云川条例》第三条', ['full|《云川条例》第三条|云川条例||第三条']],
    [
      'with paragraph and item',
      '《云川条例》第六条第一款第四项',
      ['full|《云川条例》第六条第一款第四项|云川条例||第六条第一款第四项'],
    ],
    [
      'item in brackets',
      '《云川条例》第六条第（三）项',
      ['full|《云川条例》第六条第（三）项|云川条例||第六条第（三）项'],
    ],
    [
      'half-width brackets',
      '《云川条例》第六条第(三)项',
      ['full|《云川条例》第六条第(三)项|云川条例||第六条第(三)项'],
    ],
    [
      'with 目',
      '《云川条例》第六条第一款第（三）项第2目',
      ['full|《云川条例》第六条第一款第（三）项第2目|云川条例||第六条第一款第（三）项第2目'],
    ],
    ['Arabic', '《云川条例》第12条第2款', ['full|《云川条例》第12条第2款|云川条例||第12条第2款']],
    ['full-width digits', '《云川条例》第１２条', ['full|《云川条例》第１２条|云川条例||第１２条']],
    ['spaced', '《云川条例》第 65 条第 3 款', ['full|《云川条例》第 65 条第 3 款|云川条例||第65条第3款']],
    [
      '之一',
      '《刑法》第一百三十三条之一第一款',
      ['full|《刑法》第一百三十三条之一第一款|刑法||第一百三十三条之一第一款'],
    ],
    [
      'with the part of the code above',
      '《民法典》合同编第五百条、刑法分则第二百条',
      ['full|《民法典》合同编第五百条|民法典||第五百条', 'full|刑法分则第二百条|刑法||第二百条'],
    ],
    [
      'with the chapter above',
      '《云川条例》第三章第十五条',
      ['full|《云川条例》第三章第十五条|云川条例||第十五条'],
    ],
    [
      'of this document with the chapter above',
      '违反本条例第三章第十五条',
      ['self|本条例第三章第十五条|||第十五条'],
    ],
    ['a chapter alone is no article', '依照本条例第三章的规定', []],
    [
      'a list of articles',
      '《云川条例》第三条、第五条第二款和第七条',
      ['full|《云川条例》第三条、第五条第二款和第七条|云川条例||第三条 第五条第二款 第七条'],
    ],
    [
      'paragraphs inherit their article',
      '《云川条例》第五条第一款、第五款',
      ['full|《云川条例》第五条第一款、第五款|云川条例||第五条第一款 第五条第五款'],
    ],
    [
      'the list goes on after ，',
      '本条例第十三条第二款、第三款，第二十四条第二款，第三十九条第一款',
      [
        'self|本条例第十三条第二款、第三款，第二十四条第二款，第三十九条第一款|||第十三条第二款 第十三条第三款 第二十四条第二款 第三十九条第一款',
      ],
    ],
    [
      'numbers that share one 条',
      '违反本办法第十三、十四条规定',
      ['self|本办法第十三、十四条|||第十三条 第十四条'],
    ],
    [
      'numbers that share one 项',
      '《云川条例》第三条第（一）、（二）项',
      ['full|《云川条例》第三条第（一）、（二）项|云川条例||第三条第（一）项 第三条第（二）项'],
    ],
    [
      'range of articles',
      '《云川条例》第三条至第六条',
      ['full|《云川条例》第三条至第六条|云川条例||第三条 第四条 第五条 第六条'],
    ],
    [
      'range with one 条',
      '《云川条例》第三至五条',
      ['full|《云川条例》第三至五条|云川条例||第三条 第四条 第五条'],
    ],
    [
      'range of items inherits its path',
      '本法第三十三条第一款第一项至第四项',
      [
        'self|本法第三十三条第一款第一项至第四项|||第三十三条第一款第一项 第三十三条第一款第二项 第三十三条第一款第三项 第三十三条第一款第四项',
      ],
    ],
    [
      'items in brackets side by side',
      '《云川条例》第七条第（一）（三）（五）项',
      [
        'full|《云川条例》第七条第（一）（三）（五）项|云川条例||第七条第（一）项 第七条第（三）项 第七条第（五）项',
      ],
    ],
    [
      'range of bracketed items',
      '《云川条例》第七条第（一）至（三）项',
      [
        'full|《云川条例》第七条第（一）至（三）项|云川条例||第七条第（一）项 第七条第（二）项 第七条第（三）项',
      ],
    ],
    [
      'range in Arabic',
      '《云川条例》第9条至第11条',
      ['full|《云川条例》第9条至第11条|云川条例||第9条 第10条 第11条'],
    ],
    ['range with a dash', '《云川条例》第3-5条', ['full|《云川条例》第3-5条|云川条例||第3条 第4条 第5条']],
    [
      'range from article to paragraph',
      '《云川条例》第三条至第五条第一款',
      ['full|《云川条例》第三条至第五条第一款|云川条例||第三条 第四条 第五条第一款'],
    ],
    [
      'a list goes on behind 规定',
      '本条例第十条规定和第十二条规定',
      ['self|本条例第十条规定和第十二条|||第十条 第十二条'],
    ],
    [
      'white space within a number',
      '按照本规定第三 十条第二款办理',
      ['self|本规定第三 十条第二款|||第三十条第二款'],
    ],
    [
      'a number broken over a line',
      '《云川条例》第六十\n四条第二款',
      ['full|《云川条例》第六十\n四条第二款|云川条例||第六十四条第二款'],
    ],
    ['条例 is no 条', '第一条例子', []],
    ['项目 is no 项', '第三项目部', []],
    [
      'a range that runs backwards keeps its ends',
      '《云川条例》第九条至第三条',
      ['full|《云川条例》第九条至第三条|云川条例||第九条 第三条'],
    ],
    [
      'or',
      '本办法第九条、第十条或者第十一条',
      ['self|本办法第九条、第十条或者第十一条|||第九条 第十条 第十一条'],
    ],
    ['二款 without 第', '《云川条例》第十条二款', ['full|《云川条例》第十条二款|云川条例||第十条二款']],
    [
      'of: 的第二款',
      '《云川条例》第十条的第二款',
      ['full|《云川条例》第十条的第二款|云川条例||第十条第二款'],
    ],
    [
      'cut off in the middle',
      '令第 30 号发布）第 73 条第 4',
      ['number|令第 30 号发布）第 73 条||令第30号|第73条'],
    ],
  ],
  'this document': [
    ['本条例', '违反本条例第二十三条第一项规定', ['self|本条例第二十三条第一项|||第二十三条第一项']],
    ['本法', '不按照本法第四十五条的规定', ['self|本法第四十五条|||第四十五条']],
    ['本实施细则', '按本实施细则第三十条办理', ['self|本实施细则第三十条|||第三十条']],
    [
      '本《办法》',
      '本《办法》第十一条、第二十五条确定的',
      ['self|本《办法》第十一条、第二十五条|||第十一条 第二十五条'],
    ],
    ['本 and its noun on two lines', '违反本\n实施办法第六条的', ['self|本\n实施办法第六条|||第六条']],
    ['a mere 本法 cites no article', '违反本法规定的', []],
    ['本《规定》 without article', '本《裁量规定》所称违法行为', []],
    ['本市 is no document', '本市第三条地铁线路', []],
    ['本解释', '符合本解释第二条、第三条规定', ['self|本解释第二条、第三条|||第二条 第三条']],
  ],
  relative: [
    ['前款', '按照前款规定执行', ['relative|前款|||前款']],
    ['前款 with item', '符合前款第二项情形的', ['relative|前款第二项|||前款第二项']],
    [
      '前款 with several items',
      '依照前款第(二)、(三)、(四)项规定',
      ['relative|前款第(二)、(三)、(四)项|||前款第(二)项 前款第(三)项 前款第(四)项'],
    ],
    ['前两款', '违反前两款规定的', ['relative|前两款|||前两款']],
    ['前条', '依照前条规定', ['relative|前条|||前条']],
    ['前项', '前项规定以外的', ['relative|前项|||前项']],
    ['本条第一款', '根据本条第一款、第二款制定', ['relative|本条第一款、第二款|||本条第一款 本条第二款']],
    ['本条前款', '本条前款第八项规定的', ['relative|本条前款第八项|||本条前款第八项']],
    ['本条 alone', '不适用本条规定', []],
    ['本款', '本款第一项规定', ['relative|本款第一项|||本款第一项']],
    ['该条', '依照该条第二款被撤销', ['relative|该条第二款|||该条第二款']],
    ['该法', '该法第十条规定', ['relative|该法第十条|||第十条']],
    ['同法', '同法第三条', ['relative|同法第三条|||第三条']],
    ['上述条例', '上述条例第五条', ['relative|上述条例第五条|||第五条']],
    ['上述规定', '违反上述规定的', ['relative|上述规定|||上述规定']],
    ['an article without title', '违反第二十六条规定', ['relative|第二十六条|||第二十六条']],
    ['an item without title', '违反第一项规定的', ['relative|第一项|||第一项']],
    [
      'a renumbering',
      '第十一项至第十三项相应改为第十二项至第十四项',
      [
        'relative|第十一项至第十三项|||第十一项 第十二项 第十三项',
        'relative|第十二项至第十四项|||第十二项 第十三项 第十四项',
      ],
    ],
    ['款项', '以前款项未付', []],
    ['前条件', '目前条件不成熟', []],
    ['前项目', '前项目负责人', []],
    ['第一项工作', '第一项工作任务', []],
  ],
  'numbers of the articles themselves': [
    ['at the start', '第十二条 有下列情形之一的', []],
    ['in markup', '<p id="t12"><b>第十二条</b>核设施单位', []],
    ['under a heading in Markdown', '## 第三条 总则', []],
    ['with its subject in brackets', '第三条（有关定义）本办法所称', []],
    ['on a line of its own', '总则\n第一条 为了规范', []],
    ['as contents of a page', '- 第1~20条：\n- 第21~40条：', []],
    ['without white space behind it', '第十一条规范性文件应当简明', []],
    ['below a title in marks', '《清水市办法》\n第一条 为了规范', ['full|《清水市办法》|清水市办法||']],
    [
      'but an article below a title is an excerpt from it',
      '《清水市住房办法》\n第八条 符合下列条件的',
      ['full|《清水市住房办法》\n第八条|清水市住房办法||第八条'],
    ],
    [
      'but a cell of articles cites',
      '清水市监督办法\n2005\n第8、9条\n公民可以',
      ['relative|第8、9条|||第8条 第9条'],
    ],
    ['running on in one line', '依法执行。第二条 本办法适用于', []],
    ['之一 of an inserted article', '第九条之一 单位违反的', []],
    [
      'but 第八条第二款修改为 at the start cites',
      '第八条第二款修改为：',
      ['relative|第八条第二款|||第八条第二款'],
    ],
    ['but 第五条规定的 at the start cites', '第五条规定的材料', ['relative|第五条|||第五条']],
    [
      'and an article cited behind it',
      '第四十四条 宪法第六十七条规定',
      ['full|宪法第六十七条|宪法||第六十七条'],
    ],
  ],
  'short names': [
    [
      'used later',
      '《云川省社会信用条例》（以下简称《条例》）已公布。按照《条例》第九条',
      [
        'full|《云川省社会信用条例》（以下简称《条例》）|云川省社会信用条例||',
        'full|《条例》第九条|云川省社会信用条例||第九条',
      ],
    ],
    [
      'in quotation marks',
      '《云川省社会信用条例》（以下简称“条例”）。违反“条例”第九条',
      [
        'full|《云川省社会信用条例》（以下简称“条例”）|云川省社会信用条例||',
        'full|“条例”第九条|云川省社会信用条例||第九条',
      ],
    ],
    [
      'bare, with article',
      '《云川省社会信用条例》（以下简称条例）。违反条例第九条',
      [
        'full|《云川省社会信用条例》（以下简称条例）|云川省社会信用条例||',
        'full|条例第九条|云川省社会信用条例||第九条',
      ],
    ],
    [
      "a statute's",
      '《中华人民共和国民法典》（以下称民法典）。适用民法典的规定',
      [
        'full|《中华人民共和国民法典》（以下称民法典）|中华人民共和国民法典||',
        'full|民法典|中华人民共和国民法典||',
      ],
    ],
    [
      'called after its number, bare',
      '《云川省信用意见》（云发〔2006〕31号，以下简称省政府31号文件）。省政府31号文件要求公示',
      [
        'full|《云川省信用意见》（云发〔2006〕31号，以下简称省政府31号文件）|云川省信用意见|云发〔2006〕31号|',
        'full|省政府31号文件|云川省信用意见||',
      ],
    ],
    [
      'behind ，',
      '《云川省社会信用条例》，以下简称《条例》。《条例》第二条',
      [
        'full|《云川省社会信用条例》，以下简称《条例》|云川省社会信用条例||',
        'full|《条例》第二条|云川省社会信用条例||第二条',
      ],
    ],
    [
      'for two titles in turn',
      '《甲川条例》和《乙川办法》（以下分别简称《条例》《办法》）。《办法》第二条',
      [
        'full|《甲川条例》|甲川条例||',
        'full|《乙川办法》（以下分别简称《条例》《办法》）|乙川办法||',
        'full|《办法》第二条|乙川办法||第二条',
      ],
    ],
    [
      'for two titles together stays as it is',
      '《甲川条例》和《乙川办法》（以下统称《规则》）。《规则》第二条',
      [
        'full|《甲川条例》|甲川条例||',
        'full|《乙川办法》（以下统称《规则》）|乙川办法||',
        'full|《规则》第二条|规则||第二条',
      ],
    ],
    [
      'claimed by two titles stays as it is',
      '《甲川条例》（以下简称《条例》）。《乙川条例》（以下简称《条例》）。《条例》第二条',
      [
        'full|《甲川条例》（以下简称《条例》）|甲川条例||',
        'full|《乙川条例》（以下简称《条例》）|乙川条例||',
        'full|《条例》第二条|条例||第二条',
      ],
    ],
    ['of something that is no text', '自然保护区（以下简称自然保护区）的保护', []],
  ],
};
