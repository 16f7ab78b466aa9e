import { enter, whoAsks } from '../access.js';
import type { Api, Tools } from '../tools.js';

/** The page's files, which anybody may have, and the door for who was given the address. */
export const addEntrance = (app: Api, tools: Tools): void => {
  const plain = (status: number, words: string): Response =>
    new Response(`${words}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

  app.get('/enter', async (c, next) => {
    if (!tools.local) return next();
    // A look at the headers, or a browser that loads ahead, must not use the token up.
    if (c.req.method !== 'GET' || c.req.header('sec-purpose')?.includes('prefetch'))
      return plain(403, '请在浏览器中打开这个网址。');
    if (tools.entry.use(c.req.query('token') ?? '', tools.now())) {
      await enter(c, tools, tools.local);
      await tools.book.add(tools.local.name, 'sign-in', '用启动时显示的网址打开');
      return c.redirect('/', 303);
    }
    if (await whoAsks(c, tools)) return c.redirect('/', 303);
    await tools.book.refused('', '打开网址中的口令不对、已用过或已过期');
    return plain(
      403,
      '这个网址已经用过、已经过期或不完整。\n每次启动显示的网址只能打开一次，十分钟内有效。\n请在终端按 Ctrl-C 停止后重新运行 qinggui review，用新显示的网址打开。',
    );
  });

  app.get('*', async (c, next) => {
    const file = tools.page.get(c.req.path);
    if (file) return new Response(file.bytes as Uint8Array<ArrayBuffer>, { headers: file.headers });
    if (c.req.path === '/')
      return plain(
        503,
        '页面文件还没有生成。\n请在程序目录运行 npm run build，然后重新运行 qinggui review。',
      );
    return next();
  });
};
