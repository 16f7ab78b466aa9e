import type { Header } from 'docx';

/** The shape's number in Office's list of shapes: plain text along a straight line. */
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>';
/** In points; two characters side by side on half the height of a page on its side. */
const SIZE = 'width:360pt;height:180pt';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (each) => ESCAPES[each]!);

/**
 * A header that holds a text in light grey, slanting across the middle of every page, behind what is written there.
 * It is the shape that Word's own command 水印 makes, so that Word and WPS can remove it by theirs. docx's own TextWatermark
 * is not used: it puts a random id into the file, and the same input has to give the same bytes.
 */
export const watermarkHeader = (docx: typeof import('docx'), words: string, number: number): Header => {
  const { Header, ImportedXmlComponent, Paragraph, Run } = docx;
  const run = new Run({});
  run.addChildElement(
    ImportedXmlComponent.fromXmlString(
      `<w:pict>${SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject${number}" o:spid="_x0000_s${2048 + number}" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;${SIZE};rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="${escapeXml(words)}"/></v:shape></w:pict>`,
    ),
  );
  return new Header({ children: [new Paragraph({ children: [run] })] });
};
