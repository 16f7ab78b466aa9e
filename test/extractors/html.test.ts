import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../extractors/html/read.js';
import { type Block, FileError, type Manuscript, sourceSpan } from '../../model/index.js';

const ARTICLES = [
  '第一条　为了规范公共信用信息的归集和使用，根据有关法律，结合本市实际，制定本办法。',
  '第二条　本市行政区域内公共信用信息的归集、披露、使用和监督管理，适用本办法。',
  '第三条　市信用主管部门负责本办法的组织实施；其他部门在各自职责范围内做好相关工作。',
] as const;
const BODY = ARTICLES.map((article) => `<p>　　${article}</p>`).join('\n');
const TITLE = '清水市公共信用信息管理办法';

const read = (html: string): Promise<Manuscript> => readHtml(Buffer.from(html, 'utf8'));
const textOf = (manuscript: Manuscript, block: Block): string =>
  manuscript.text.slice(block.span.start, block.span.end);
const paragraphs = async (html: string): Promise<string[]> => {
  const manuscript = await read(html);
  return manuscript.blocks.map((block) => textOf(manuscript, block));
};
const facts = async (html: string): Promise<Record<string, string>> =>
  Object.fromEntries((await read(html)).metadata.map(({ name, value }) => [name, value]));

describe('the document in a page', () => {
  const PAGES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'menus, breadcrumb, tools and footer around it are left out',
      `<body><div id="nav"><a href="/">首页</a> | <a href="/a">政务公开</a> | <a href="/b">信用信息双公示</a></div>
       <div>当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 正文</div>
       <h1>${TITLE}</h1><div>发布日期：2015-04-13　来源：市政府　【字号：<a>大</a> <a>中</a> <a>小</a>】</div>
       <div id="zoom">${BODY}</div><div><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
       <div>相关文档：<ul><li><a href="/1">关于春节放假的通知</a></li></ul></div>
       <div class="footer">版权所有：清水市人民政府　云ICP备00000000号</div></body>`,
      [TITLE, ...ARTICLES],
    ],
    [
      'scripts, styles, comments, hidden parts and forms are left out',
      `<body><script>document.write("<p>脚本</p>")</script><style>p{color:red}</style><!-- 注释 -->
       <div style="display:none">隐藏的文字，不应出现。</div><select><option>选项</option></select>
       <div class="content">${BODY}</div></body>`,
      ARTICLES,
    ],
    [
      'a page laid out by nested tables',
      `<table><tr><td><a href="/">首页</a></td></tr></table><table width="798"><tr><td valign="top">
       <table><tr><td align="center" class="titleorange03">${TITLE}</td></tr></table>
       <table><tr><td>来源：市政府　日期：2014-04-29</td><td>【字号 <a>大</a> <a>中</a> <a>小</a>】</td></tr>
       <tr><td colspan="2"><font id="Zoom"><div>${BODY}</div></font></td></tr></table></td></tr></table>`,
      [TITLE, ...ARTICLES],
    ],
    [
      'signature, date and attachments behind the content stay',
      `<div class="article"><div class="text">${BODY}</div></div><div>清水市人民政府办公室</div>
       <div>2015年4月13日</div><div>附件：<a href="a.doc">申请表</a></div>
       <div class="foot">主办：清水市人民政府</div>`,
      [...ARTICLES, '清水市人民政府办公室', '2015年4月13日', '附件：申请表'],
    ],
    [
      'a paragraph outside of the main element is kept',
      `<div id="a">${BODY.repeat(8)}</div><div id="b"><p>第四条　违反本办法规定的，由主管部门责令改正。</p></div>`,
      [...Array.from({ length: 8 }, () => ARTICLES).flat(), '第四条　违反本办法规定的，由主管部门责令改正。'],
    ],
    [
      'a menu with words that explain its links is left out',
      `<ul class="mainNav"><li><a href="/x">诚信排名</a><div>为您提供企业失信惩戒典型案例情况，欢迎查询。</div></li></ul>
       <h1>${TITLE}</h1><div id="zoom">${BODY}</div>`,
      [TITLE, ...ARTICLES],
    ],
    [
      'a list of links gives what text it has',
      '<body><ul><li><a href="/1">关于公布信用目录的通知</a></li><li><a href="/2">信用办法</a></li></ul></body>',
      ['关于公布信用目录的通知', '信用办法'],
    ],
    [
      'a frame set gives the words for readers without frames',
      '<frameset><frame src="a.html"><noframes><body><p>请直接访问正文。</p></body></noframes></frameset>',
      ['请直接访问正文。'],
    ],
    [
      'a headline that the text repeats is not given twice',
      `<h1>${TITLE}</h1><div id="zoom"><p align="center">${TITLE}</p>${BODY}</div>`,
      [TITLE, ...ARTICLES],
    ],
    [
      'a headline that a sentence of the text names is given',
      `<h1>${TITLE}</h1><div id="zoom"><p>《${TITLE}》已经市政府同意，现予公布。</p>${BODY}</div>`,
      [TITLE, `《${TITLE}》已经市政府同意，现予公布。`, ...ARTICLES],
    ],
  ];
  it.each(PAGES)('%s', async (_, html, expected) => {
    expect(await paragraphs(html)).toEqual(expected);
  });

  it('marks the headline, also where it is broken into lines', async () => {
    const manuscript = await read(
      `<title>云川省人民政府关于印发清水市信用办法的通知</title><div id="zoom">
       <p align="center">云川省人民政府关于印发</p><p align="center">清水市信用办法的通知</p>${BODY}</div>`,
    );
    expect(manuscript.blocks.map((block) => block.headingLevel)).toEqual([
      1,
      1,
      ...ARTICLES.map(() => undefined),
    ]);
  });

  it('reads a text that the page reveals by script only, with a note', async () => {
    const manuscript = await read(`<div>正在加载</div><div style="display:none">${BODY.repeat(2)}</div>`);
    expect(manuscript.text).toContain(ARTICLES[2]);
    expect(manuscript.notes.map((note) => note.code)).toEqual(['html-hidden-text']);
  });

  it.each([
    ['<html><body><img src="a.jpg"></body></html>', ''],
    ['<frameset><frame src="a.html"></frameset>', '框架网页'],
    ['', ''],
  ])('says of %s that there is no text', async (html, detail) => {
    const error = await read(html).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).reason).toMatchObject({ code: 'no-text' });
    expect((error as FileError).message).toContain(detail);
  });
});

describe('paragraphs', () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'blocks and double breaks part them',
      '<div>甲<p>乙<div>丙<br><br>丁</div></div>',
      ['甲', '乙', '丙', '丁'],
    ],
    [
      'a break before an indented line parts them',
      '甲方。<br>　　乙方。<br>&nbsp;&nbsp;丙方。',
      ['甲方。', '乙方。', '丙方。'],
    ],
    [
      'breaks of hard-wrapped lines do not',
      '<pre>本办法所称公共信用信息是指国家机关和法律法规授权的具有管理公\n共事务职能的组织在履行职责过程中产生的信息。\n第二条 适用范围。</pre>',
      [
        '本办法所称公共信用信息是指国家机关和法律法规授权的具有管理公共事务职能的组织在履行职责过程中产生的信息。',
        '第二条 适用范围。',
      ],
    ],
    ['white space collapses', '<p>第一条 \t  为了&nbsp;&nbsp;规范</p>', ['第一条 为了  规范']],
    [
      'a line break of the source in Chinese text vanishes',
      '<p>为了规范\n管理 to\nbe</p>',
      ['为了规范管理 to be'],
    ],
    ['characters without width vanish', '<p>信\u200b用\ufeff信&#8203;息</p>', ['信用信息']],
    [
      'entities are read',
      '<p>&ldquo;信用&rdquo;&#x4FE1;&#29992;&nbsp;&lt;目录&gt;</p>',
      ['“信用”信用 <目录>'],
    ],
    [
      'numbered lists get their numbers',
      '<ol start="3"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>',
      ['3. 甲', '4. 乙', '丙'],
    ],
    [
      'items that bring their numbers get none',
      '<ol><li>一、甲</li><li>（二）乙</li></ol>',
      ['一、甲', '（二）乙'],
    ],
    [
      'unclosed and crossed tags do no harm',
      '<p>甲<b>乙<p>丙</i></b></td><td>丁</p></p>戊',
      ['甲乙', '丙', '丁', '戊'],
    ],
    ['a cut-off page gives what is there', '<div><p>第一条 为了规范管理<b', ['第一条 为了规范管理']],
  ];
  it.each(CASES)('%s', async (_, html, expected) => {
    expect(await paragraphs(`<body>${html}</body>`)).toEqual(expected);
  });

  it('keeps alignment, size and weight', async () => {
    const { blocks } = await read(
      `<body><center>甲</center><p style="text-align:right"><font size="5">乙</font></p><p><b>丙</b></p>
       <p style="font-size:16px">丁</p><center><table><tr><td>戊</td></tr></table></center></body>`,
    );
    expect(blocks.map(({ align, fontSize, bold }) => [align, fontSize, bold])).toEqual([
      ['center', undefined, undefined],
      ['right', 18, undefined],
      [undefined, undefined, true],
      [undefined, 12, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it('marks a generated list number', async () => {
    const { blocks } = await read('<body><ol><li>甲</li></ol></body>');
    expect(blocks[0]?.numbering).toEqual({ start: 0, end: 3 });
  });
});

describe('tables', () => {
  it('give cells with rows, columns and spans; several paragraphs of a cell are lines', async () => {
    const manuscript = await read(
      `<body><table><tr><th rowspan="2">序号</th><th colspan="2">措施</th></tr><tr><td>名称</td><td>依据</td></tr>
       <tr><td>1</td><td><p>限制</p><p>约谈</p></td><td>办法</td></tr></table></body>`,
    );
    expect(manuscript.blocks.map((block) => [textOf(manuscript, block), block.cell])).toEqual([
      ['序号', { table: 0, row: 0, column: 0, rowSpan: 2, columnSpan: 1 }],
      ['措施', { table: 0, row: 0, column: 1, rowSpan: 1, columnSpan: 2 }],
      ['名称', { table: 0, row: 1, column: 1, rowSpan: 1, columnSpan: 1 }],
      ['依据', { table: 0, row: 1, column: 2, rowSpan: 1, columnSpan: 1 }],
      ['1', { table: 0, row: 2, column: 0, rowSpan: 1, columnSpan: 1 }],
      ['限制\n约谈', { table: 0, row: 2, column: 1, rowSpan: 1, columnSpan: 1 }],
      ['办法', { table: 0, row: 2, column: 2, rowSpan: 1, columnSpan: 1 }],
    ]);
  });

  it('that only place the page give paragraphs', async () => {
    const { blocks } = await read(`<table><tr><td>说明</td><td>${BODY.repeat(4)}</td></tr></table>`);
    expect(blocks.every((block) => block.kind === 'paragraph')).toBe(true);
  });
});

describe('metadata', () => {
  const CATALOGUE = {
    索引号: '000014349/2015-00001',
    发布机构: '清水市人民政府',
    成文日期: '2015年04月13日',
    文号: '清政发〔2015〕4号',
  };
  const TABLES: readonly (readonly [string, string])[] = [
    [
      'a table with labels in the cells of their values',
      rows((name, value) => `<tr><td><b>${name}：</b>${value}</td></tr>`),
    ],
    [
      'a table with labels in cells of their own',
      rows((name, value) => `<tr><td>${name}</td><td>${value}</td></tr>`),
    ],
    ['a list of pairs', `<dl>${pairs((name, value) => `<dt>${name}：</dt><dd>${value}</dd>`)}</dl>`],
    ['list items', `<ul>${pairs((name, value) => `<li><label>${name}：</label>${value}</li>`)}</ul>`],
    [
      'labels with spaces inside',
      pairs((name, value) => `<div><strong>${[...name].join(' ')}：</strong><span>${value}</span></div>`),
    ],
    ['labels in brackets', pairs((name, value) => `<p>【${name}】${value}</p>`)],
    ['one line', `<div>${pairs((name, value) => `${name}：${value}　　`)}</div>`],
  ];
  function pairs(write: (name: string, value: string) => string): string {
    return Object.entries(CATALOGUE)
      .map(([name, value]) => write(name, value))
      .join('');
  }
  function rows(write: (name: string, value: string) => string): string {
    return `<table>${pairs(write)}</table>`;
  }

  it.each(TABLES)('is read from %s before the content', async (_, table) => {
    const html = `<body>${table}<h1>${TITLE}</h1><div id="zoom">${BODY}</div></body>`;
    expect(await facts(html)).toEqual(CATALOGUE);
    expect(await paragraphs(html)).toEqual([TITLE, ...ARTICLES]);
  });

  it.each(TABLES)('is taken out of the content from %s', async (_, table) => {
    const html = `<body><div class="content">${table}${BODY}</div></body>`;
    expect(await facts(html)).toEqual(CATALOGUE);
    expect(await paragraphs(html)).toEqual(ARTICLES);
  });

  it('is read from <meta> and <title>, without what speaks to browsers', async () => {
    const html = `<head><title>信用办法 - 清水市</title><meta name="ArticleTitle" content="${TITLE}">
      <meta name="PubDate" content="2015-04-13"><meta name="viewport" content="width=1"></head><body>${BODY}</body>`;
    expect((await read(html)).metadata).toEqual([
      { name: 'ArticleTitle', value: TITLE, from: 'meta' },
      { name: 'PubDate', value: '2015-04-13', from: 'meta' },
      { name: 'title', value: '信用办法 - 清水市', from: 'meta' },
    ]);
  });

  it.each([
    ['2015-04-13 09:30　来源：清水日报　浏览次数：12', { 日期: '2015-04-13 09:30', 来源: '清水日报' }],
    ['市政府网站　www.example.org　2015年4月13日　来源：办公厅', { 日期: '2015年4月13日', 来源: '办公厅' }],
    ['发布时间：2015-04-13 [字体：大 中 小]', { 发布时间: '2015-04-13' }],
  ])('is read from the line "%s" below the headline', async (line, expected) => {
    const html = `<h1>${TITLE}</h1><div>${line}</div><div>${BODY}</div>`;
    expect(await facts(html)).toEqual(expected);
    expect(await paragraphs(html)).toEqual([TITLE, ...ARTICLES]);
  });

  it('leaves labels in the running text alone', async () => {
    const html = `<div id="zoom">${BODY}<p>名称：信用目录</p><p>第四条　发布机构应当公开目录。</p></div>`;
    expect(await paragraphs(html)).toContain('名称：信用目录');
  });
});

describe('fragments in text files', () => {
  it('read front matter and the signs of Markdown between HTML paragraphs', async () => {
    const source = `---\ntitle: ${TITLE}\nauthor: 清水市人民政府\n---\n\n::: details 目录\n\n[[toc]]\n[1](#t1)[2](#t2)\n\n:::\n
## 第一章 总则{align=center}\n\n${ARTICLES.map((article) => `<p><b>${article.slice(0, 3)}</b>${article.slice(3)}</p>`).join('\n')}\n`;
    const manuscript = await read(source);
    expect(
      manuscript.blocks.map((block) => [textOf(manuscript, block), block.headingLevel, block.align]),
    ).toEqual([
      [TITLE, 1, undefined],
      ['第一章 总则', 2, 'center'],
      ...ARTICLES.map((article) => [article, undefined, undefined]),
    ]);
    expect(manuscript.metadata).toContainEqual({ name: 'author', value: '清水市人民政府', from: 'meta' });
  });
});

describe('the way back', () => {
  it('leads from a paragraph to its place in the source', async () => {
    const html = `<body>\n<p>甲 &amp; 乙</p>\n<p>　　${ARTICLES[0]}</p></body>`;
    const manuscript = await read(html);
    const { start, end } = sourceSpan(manuscript.sourceMap!, manuscript.blocks[1]!.span);
    expect(html.slice(start, end)).toBe(ARTICLES[0]);
  });

  it('is right for GBK pages, whose offsets count characters and not bytes', async () => {
    // "信用" in GBK.
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=gbk><p>'),
      Buffer.from([0xd0, 0xc5, 0xd3, 0xc3]),
      Buffer.from('</p>'),
    ]);
    const manuscript = await readHtml(bytes);
    expect(manuscript.text).toBe('信用');
    expect(manuscript.sourceMap).toEqual([{ at: 0, source: 21, length: 2 }]);
  });

  const markup = fc.array(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div class="content">',
        '</div>',
        '<table>',
        '<tr>',
        '<td>',
        '</td>',
        '</table>',
        '<br>',
        '<b>',
        '</b>',
      ],
      ...[
        '<li>',
        '<ol>',
        '<pre>',
        '&nbsp;',
        '&amp',
        '<!--',
        '-->',
        '<a href="x">',
        '</a>',
        '\n',
        '　　',
        '< 5',
        '<center>',
        '<h1>',
      ],
      ...['第一条　为了规范管理，制定本办法。', '信用', '发布日期：2015-04-13', '附件', '版权所有'],
    ),
    { maxLength: 40 },
  );

  it('holds for any markup: kept text is the source, blocks tile the text, nothing throws', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (parts) => {
        const source = parts.join('');
        const manuscript = await read(source).catch((error: unknown) => {
          expect(error).toBeInstanceOf(FileError);
          return null;
        });
        if (!manuscript) return;
        const plain = (text: string): string => text.replace(/\s/gu, ' ');
        let last = 0;
        for (const piece of manuscript.sourceMap!) {
          expect(piece.source).toBeGreaterThanOrEqual(last);
          last = piece.source;
          const kept = manuscript.text.slice(piece.at, piece.at + piece.length);
          const there = source.slice(piece.source, piece.source + piece.length);
          if (!there.includes('&')) expect(plain(there)).toBe(plain(kept));
        }
        let at = 0;
        for (const { span } of manuscript.blocks) {
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end + 1;
        }
        expect(at).toBe(manuscript.text.length + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('stands deep nesting, and refuses what no page has', async () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}${ARTICLES[0]}${'</div>'.repeat(depth)}`;
    expect((await read(nested(1500))).text).toBe(ARTICLES[0]);
    await expect(read(nested(5000))).rejects.toMatchObject({ reason: { code: 'corrupt' } });
  });
});
