import { useEffect, useState } from 'preact/hooks';
import { ROLE_WORDS, ROLES, type Role } from '../../../model/index.js';
import type { Person, PersonRequest, ViewsPage } from '../../access-api.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { say, sayError } from '../state/app.js';
import { get, post } from '../state/client.js';
import { hashOf } from '../state/route.js';
import { momentWords } from '../words.js';

const ACTIONS: Readonly<Record<ViewsPage['views'][number]['action'], string>> = {
  view: '查看文件',
  page: '查看页面图像',
  search: '搜索',
  export: '导出',
  log: '查看记录',
  'sign-in': '登录',
  refused: '登录被拒',
};

/** Who may come in, and who saw what. */
export const PeoplePage = () => {
  const [persons, setPersons] = useState<readonly Person[] | null>(null);
  const [views, setViews] = useState<ViewsPage | null>(null);
  const [page, setPage] = useState(1);
  useEffect(() => {
    get<Person[]>('persons').then(setPersons, sayError);
  }, []);
  useEffect(() => {
    get<ViewsPage>('views', { page }).then(setViews, sayError);
  }, [page]);
  const send = async (request: PersonRequest, words: string): Promise<boolean> => {
    try {
      setPersons(await post<Person[]>('persons', request));
      say(words);
      return true;
    } catch (error) {
      sayError(error);
      return false;
    }
  };
  return (
    <div class="page">
      <h1>人员</h1>
      <ScrollTable name="人员表">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">身份</th>
              <th scope="col">建立时间</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {persons?.map((person) => (
              <tr key={person.name}>
                <th scope="row">
                  {person.name}
                  {!person.active && <span class="hint">（已停用）</span>}
                </th>
                <td>
                  <select
                    aria-label={`${person.name} 的身份`}
                    value={person.role}
                    disabled={!person.active}
                    onChange={(event) =>
                      void send(
                        { action: 'role', name: person.name, role: event.currentTarget.value as Role },
                        '身份已改',
                      )
                    }
                  >
                    <RoleOptions />
                  </select>
                </td>
                <td>{momentWords(person.createdAt)}</td>
                <td>{person.active && <PersonActions name={person.name} send={send} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      <NewPerson send={send} />
      <h2>查阅记录</h2>
      <ScrollTable name="查阅记录表">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">人员</th>
              <th scope="col">动作</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {views?.views.map(({ at, who, action, document, detail }) => (
              <tr key={`${at}${who}${action}${document}${detail}`}>
                <td>{momentWords(at)}</td>
                <td>{who}</td>
                <td>{ACTIONS[action]}</td>
                <td>
                  {document === null ? (
                    detail
                  ) : (
                    <a href={hashOf('document', {}, document)}>{detail || `第 ${document} 号文件`}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {views && (
        <nav class="pages buttons" aria-label="查阅记录翻页">
          <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            上一页
          </button>
          <span>第 {page} 页</span>
          <button type="button" disabled={page * views.size >= views.total} onClick={() => setPage(page + 1)}>
            下一页
          </button>
        </nav>
      )}
    </div>
  );
};

type Send = (request: PersonRequest, words: string) => Promise<boolean>;

const RoleOptions = () => (
  <>
    {ROLES.map((role) => (
      <option key={role} value={role}>
        {ROLE_WORDS[role]}
      </option>
    ))}
  </>
);

const PersonActions = ({ name, send }: { name: string; send: Send }) => {
  const [password, setPassword] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  if (password !== null)
    return (
      <form
        class="buttons"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await send({ action: 'password', name, password }, '密码已改')) setPassword(null);
        }}
      >
        <input
          type="password"
          autocomplete="new-password"
          aria-label={`${name} 的新密码`}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit">保存</button>
        <button type="button" onClick={() => setPassword(null)}>
          取消
        </button>
      </form>
    );
  return (
    <span class="buttons">
      <button type="button" onClick={() => setPassword('')}>
        改密码
      </button>
      {sure ? (
        <button
          type="button"
          class="danger"
          onClick={() => void send({ action: 'remove', name }, `${name} 已停用`)}
        >
          确认停用 {name}
        </button>
      ) : (
        <button type="button" onClick={() => setSure(true)}>
          停用
        </button>
      )}
    </span>
  );
};

const NewPerson = ({ send }: { send: Send }) => {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  return (
    <form
      class="new-person"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await send({ action: 'add', name, role, password }, `已增加 ${name}`))) return;
        setName('');
        setPassword('');
      }}
    >
      <h2>增加人员</h2>
      <label class="field">
        姓名
        <input
          required
          maxLength={50}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        身份
        <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
          <RoleOptions />
        </select>
      </label>
      <label class="field">
        初始密码
        <input
          required
          type="password"
          autocomplete="new-password"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main">
        增加
      </button>
    </form>
  );
};
