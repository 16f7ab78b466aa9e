import { describe, expect, it } from 'vitest';
import { findTerritory, holdsIn, territoryName, territoryOfNumber } from '../../corpus/index.js';
import { PROVINCES } from '../../corpus/territory-names.js';

const nameOf = (text: string): string | null => {
  const territory = findTerritory(text);
  return territory && territoryName(territory);
};

describe('findTerritory', () => {
  it.each<[string, string | null]>([
    ['石家庄市栾城区社会信用体系建设领导小组办公室', '河北省石家庄市栾城区'],
    ['广东省人力资源和社会保障厅', '广东省'],
    ['深圳市住房和建设局', '广东省深圳市'],
    ['河北省石家庄市人民政府', '河北省石家庄市'],
    ['上海市浦东新区人民政府', '上海市浦东新区'],
    ['北京市朝阳区人民政府', '北京市朝阳区'],
    ['朝阳市人民政府', '辽宁省朝阳市'],
    ['朝阳区城市管理委员会', null],
    ['吉林市人民政府办公室', '吉林省吉林市'],
    ['吉林省财政厅', '吉林省'],
    ['内蒙古自治区人民政府', '内蒙古自治区'],
    ['延边州人民政府', '吉林省延边朝鲜族自治州'],
    ['新疆维吾尔自治区财政厅', '新疆维吾尔自治区'],
    ['伊犁哈萨克自治州财政局', '新疆维吾尔自治区伊犁哈萨克自治州'],
    ['海南藏族自治州人民政府', '青海省海南藏族自治州'],
    ['海南自由贸易港优化营商环境条例', '海南省'],
    ['深圳经济特区社会信用条例', '广东省深圳市'],
    ['山东省人民代表大会常务委员会', '山东省'],
    ['湖北省社会信用信息管理条例', '湖北省'],
    ['关于印发石家庄市物业管理办法的通知', '河北省石家庄市'],
    ['市政府办公室关于印发《郑州市公共信用信息管理办法》的通知', '河南省郑州市'],
    ['国家税务总局河北省税务局', '河北省'],
    ['中国人民银行石家庄中心支行', '河北省石家庄市'],
    ['国务院关于支持云南省加快发展的意见', null],
    ['财政部关于云南省有关政策的通知', null],
    ['国家发展和改革委员会', null],
    ['中华人民共和国道路交通安全法', null],
    ['东方航空公司管理规定', null],
    ['大同世界', null],
    ['浙江省杭州市西湖区人民政府办公室', '浙江省杭州市西湖区'],
    ['江苏省苏州市昆山市人民政府', '江苏省苏州市昆山市'],
    ['苏州工业园区管理委员会', '江苏省苏州市'],
    ['广 东 省 财 政 厅', '广东省'],
    ['上海市城市管理条例', '上海市'],
    ['广东省人才市场管理条例', '广东省'],
    ['佛山市新市民积分管理办法', '广东省佛山市'],
    ['河北省矿山区域治理条例', '河北省'],
    ['江苏省昆山市政府办公室', '江苏省昆山市'],
    ['江苏省昆山市政协办公室', '江苏省昆山市'],
    ['河北省石家庄市桥西区直属机关', '河北省石家庄市'],
    ['', null],
  ])('reads %s as %s', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  it('knows every province and city by its full name', () => {
    expect(PROVINCES).toHaveLength(31);
    for (const { name, cities } of PROVINCES) {
      expect(findTerritory(`${name}人民政府`)).toEqual({ province: name });
      for (const city of cities) expect(findTerritory(`${city}人民政府`)).toEqual({ province: name, city });
    }
  });
});

describe('territoryOfNumber', () => {
  it.each<[string, string | null]>([
    ['粤府令第12号', '广东省'],
    ['冀政办发〔2019〕3号', '河北省'],
    ['沪府规〔2020〕1号', '上海市'],
    ['穗府办规〔2021〕3号', '广东省广州市'],
    ['深府〔2014〕5号', '广东省深圳市'],
    ['宁政发〔2018〕2号', null],
    ['青政〔2018〕2号', null],
    ['鄂府发〔2018〕2号', null],
    ['鄂政发〔2018〕2号', '湖北省'],
    ['国办发〔2020〕49号', null],
    ['河北省人民政府令第3号', '河北省'],
  ])('reads %s as %s', (number, expected) => {
    const territory = territoryOfNumber(number);
    expect(territory && territoryName(territory)).toBe(expected);
  });
});

describe('holdsIn', () => {
  it('lets a law of a province hold in its cities, and a law of a city only there', () => {
    const province = { province: '河北省' };
    const city = { province: '河北省', city: '石家庄市' };
    const county = { ...city, county: '栾城区' };
    expect(holdsIn(province, county)).toBe(true);
    expect(holdsIn(city, county)).toBe(true);
    expect(holdsIn(city, province)).toBe(false);
    expect(holdsIn({ province: '上海市' }, county)).toBe(false);
    expect(holdsIn({ province: '河北省', city: '唐山市' }, city)).toBe(false);
  });
});
