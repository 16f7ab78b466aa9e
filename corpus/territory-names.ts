/** A province-level unit with the names its documents use, and the prefecture-level units in it. Facts. */
export interface Province {
  /** In full: 河北省. */
  readonly name: string;
  /** 河北, 内蒙古. */
  readonly short: string;
  /** Prefecture-level cities, districts (地区), autonomous prefectures and leagues, in full; units directly under the province too. */
  readonly cities: readonly string[];
}

/** The cities of a province: a word without 市, 州, 地区 or 盟 at its end gets 市. */
const cities = (names: string): string[] =>
  names
    .split(/\s+/u)
    .filter(Boolean)
    .map((name) => (/(?:自治州|地区|盟|市|林区|新区|县)$/u.test(name) ? name : `${name}市`));

const province = (name: string, short: string, names: string): Province => ({
  name,
  short,
  cities: cities(names),
});

/** The 31 provinces, autonomous regions and municipalities of the mainland, in the official order. */
export const PROVINCES: readonly Province[] = [
  province('北京市', '北京', ''),
  province('天津市', '天津', ''),
  province(
    '河北省',
    '河北',
    '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安新区 定州 辛集',
  ),
  province('山西省', '山西', '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁'),
  province(
    '内蒙古自治区',
    '内蒙古',
    '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟',
  ),
  province('辽宁省', '辽宁', '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛'),
  province('吉林省', '吉林', '长春 吉林 四平 辽源 通化 白山 松原 白城 延边朝鲜族自治州'),
  province(
    '黑龙江省',
    '黑龙江',
    '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭地区',
  ),
  province('上海市', '上海', ''),
  province('江苏省', '江苏', '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁'),
  province('浙江省', '浙江', '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水'),
  province(
    '安徽省',
    '安徽',
    '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  ),
  province('福建省', '福建', '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德'),
  province('江西省', '江西', '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶'),
  province(
    '山东省',
    '山东',
    '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽',
  ),
  province(
    '河南省',
    '河南',
    '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  ),
  province(
    '湖北省',
    '湖北',
    '武汉 黄石 十堰 宜昌 襄阳 襄樊 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施土家族苗族自治州 仙桃 潜江 天门 神农架林区',
  ),
  province(
    '湖南省',
    '湖南',
    '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西土家族苗族自治州',
  ),
  province(
    '广东省',
    '广东',
    '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  ),
  province(
    '广西壮族自治区',
    '广西',
    '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  ),
  province(
    '海南省',
    '海南',
    '海口 三亚 三沙 儋州 五指山 琼海 文昌 万宁 东方 定安县 屯昌县 澄迈县 临高县 白沙黎族自治县 昌江黎族自治县 乐东黎族自治县 陵水黎族自治县 保亭黎族苗族自治县 琼中黎族苗族自治县',
  ),
  province('重庆市', '重庆', ''),
  province(
    '四川省',
    '四川',
    '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州',
  ),
  province(
    '贵州省',
    '贵州',
    '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州',
  ),
  province(
    '云南省',
    '云南',
    '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄彝族自治州 红河哈尼族彝族自治州 文山壮族苗族自治州 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州 怒江傈僳族自治州 迪庆藏族自治州',
  ),
  province('西藏自治区', '西藏', '拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区'),
  province('陕西省', '陕西', '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 杨凌'),
  province(
    '甘肃省',
    '甘肃',
    '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏回族自治州 甘南藏族自治州',
  ),
  province(
    '青海省',
    '青海',
    '西宁 海东 海北藏族自治州 黄南藏族自治州 海南藏族自治州 果洛藏族自治州 玉树藏族自治州 海西蒙古族藏族自治州',
  ),
  province('宁夏回族自治区', '宁夏', '银川 石嘴山 吴忠 固原 中卫'),
  province(
    '新疆维吾尔自治区',
    '新疆',
    '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉回族自治州 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 阿克苏地区 克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 塔城地区 阿勒泰地区 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河',
  ),
];

/** City names that are common words or another unit's name: they count only in full, 东方市, never as 东方. */
export const FULL_NAME_ONLY: ReadonlySet<string> = new Set(
  '吉林 海南 朝阳 东方 来宾 大同 三明 白银 长治 安康 安顺 普洱 海东 海西 海北 中卫 双河 天门 万宁 河池 大理 红河 和田 北屯 昆玉 文昌 延安 保定 固原 安庆 宜春 吉安 内江'.split(
    ' ',
  ),
);

/** 石家庄市 → 石家庄, 延边朝鲜族自治州 → 延边, 兴安盟 → 兴安, 大兴安岭地区 → 大兴安岭. */
export const shortName = (city: string): string =>
  city.replace(
    /(?:朝鲜族|土家族苗族|藏族羌族|藏族|彝族|布依族苗族|苗族侗族|哈尼族彝族|壮族苗族|傣族景颇族|傣族|白族|傈僳族|回族|蒙古族藏族|蒙古|柯尔克孜|哈萨克|黎族苗族|黎族)?(?:自治州|自治县|地区|林区|新区|盟|市|县)$/u,
    '',
  );

/** First characters of a 文号 that belong to one province only. 青, 宁, 新, 贵, 甘, 蒙 and 内 do not. */
export const NUMBER_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['京', '北京市'],
  ['津', '天津市'],
  ['冀', '河北省'],
  ['晋', '山西省'],
  ['沪', '上海市'],
  ['苏', '江苏省'],
  ['浙', '浙江省'],
  ['皖', '安徽省'],
  ['闽', '福建省'],
  ['赣', '江西省'],
  ['鲁', '山东省'],
  ['豫', '河南省'],
  ['湘', '湖南省'],
  ['粤', '广东省'],
  ['桂', '广西壮族自治区'],
  ['琼', '海南省'],
  ['渝', '重庆市'],
  ['川', '四川省'],
  ['黔', '贵州省'],
  ['滇', '云南省'],
  ['藏', '西藏自治区'],
  ['陕', '陕西省'],
  // Shared with a city of another province, told apart by the second character.
  ['内政办发', '内蒙古自治区'],
  ['内政发', '内蒙古自治区'],
  ['内党', '内蒙古自治区'],
  ['辽政', '辽宁省'],
  ['吉政', '吉林省'],
  ['黑政', '黑龙江省'],
  ['黑人社', '黑龙江省'],
  ['鄂政', '湖北省'],
  ['鄂人社', '湖北省'],
  ['云政', '云南省'],
  ['云人社', '云南省'],
  ['甘政', '甘肃省'],
]);

/** First characters of a 文号 that belong to one city only. */
export const CITY_NUMBER_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['深府', '深圳市'],
  ['穗', '广州市'],
  ['珠府', '珠海市'],
  ['佛府', '佛山市'],
  ['杭政', '杭州市'],
  ['甬', '宁波市'],
  ['温政', '温州市'],
  ['绍政', '绍兴市'],
  ['嘉政', '嘉兴市'],
  ['厦府', '厦门市'],
  ['榕政', '福州市'],
  ['洪府', '南昌市'],
  ['哈政', '哈尔滨市'],
  ['沈政', '沈阳市'],
  ['郑政', '郑州市'],
  ['合政', '合肥市'],
  ['昆政', '昆明市'],
  ['筑府', '贵阳市'],
  ['锡政', '无锡市'],
  ['徐政', '徐州市'],
]);
