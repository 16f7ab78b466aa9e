/** A heading names what follows and orders nothing: it is short, ends without a sign and has no verb of effect. */
const MOST = 25;
const ENDED = /[。；，：！？]|的[）)]?[|｜]?$/;
/** Words that order something even in a cell or a catchword. */
const EFFECT =
  /记入|计入|纳入|列入|录入|载入|列为|移出|不得|不予|取消|限制|禁止|暂停|终身|年内|扣|降|判|减|予以|应当|须|曝光|推送|[将对由被][^。]|[-+＋－—−]\d|\d分/;

/** Whether a compact text is nothing but a heading or a label: 第二章信息归集, 一、完善公共信用信息归集. */
export const isHeading = (text: string): boolean =>
  text.length < MOST && !ENDED.test(text) && !EFFECT.test(text);
