/** Regulations written for the tests: one that touches all three columns, one that touches none, one that hints. */
export const CREDIT = `清水市市容环境卫生信用管理办法
清水市城市管理局
（清城管〔2019〕12号）
第一条  为了加强市容环境卫生管理，制定本办法。
第二条  对违反本办法受到行政处罚的单位和个人，将其违法信息记入信用档案。
第三条  情节严重的，列入“黑名单”，并向社会公布。
第四条  对列入“黑名单”的单位，三年内限制参加政府采购活动。
第五条  本办法自2019年6月1日起施行。
`;

export const PLAIN = `清水市公园开放时间管理规定
清水市城市管理局
（清城管〔2020〕3号）
第一条  公园每日六时开放，二十二时关闭。
第二条  遇有恶劣天气，公园可以临时关闭，并提前公告。
第三条  本规定自2020年3月1日起施行。
`;

/** Shares its second article's words with CREDIT. */
export const SECOND_CREDIT = `青岭区户外广告设施管理细则
青岭区城市管理局
（青城管〔2018〕7号）
第一条  为了规范户外广告设施的设置，制定本细则。
第二条  对违反本办法受到行政处罚的单位和个人，将其违法信息记入信用档案。
第三条  本细则自2018年9月1日起施行。
`;
