/** Whole characters of the block CJK Radicals Supplement and the ordinary characters that they look like. */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  [
    ...'⺁厂⺇几⺊卜⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙'.matchAll(
      /(.)(.)/gu,
    ),
  ].map((pair) => [pair[1]!, pair[2]!]),
);

/**
 * Radicals and compatibility forms as the characters they stand for: 人⺠ → 人民, ⼀ → 一. Many PDFs carry them in
 * their text layer, and so does what was copied from one; to a reader both look the same. Length is kept.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (char) => {
    const plain = SUPPLEMENT.get(char) ?? char.normalize('NFKC');
    return plain.length === char.length ? plain : char;
  });
