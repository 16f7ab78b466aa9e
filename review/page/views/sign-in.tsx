import { useState } from 'preact/hooks';
import type { Session } from '../../api.js';
import { loadOverview, loadSession, session, sessionProblem } from '../state/app.js';
import { ApiError, post } from '../state/client.js';

/** Goes out; what was not saved stays in this browser for the same person. */
export const signOut = async (): Promise<void> => {
  await post('sign-out').catch(() => undefined);
  session.value = null;
  await loadSession();
};

/** Comes in by name and password, or says how to open the page anew. */
export const SignIn = () => {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ApiError | null>(null);
  const why = sessionProblem.value!;
  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await post<Session>('sign-in', { name, password });
      await loadSession();
      void loadOverview();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
    }
  };
  return (
    <main class="sign-in">
      <h1>清规 · 台账审核</h1>
      <p class="alert" role="alert">
        {(problem ?? why).message}。<span class="hint">{(problem ?? why).advice}</span>
      </p>
      {why.status === 401 ? (
        <form onSubmit={signIn}>
          <label class="field">
            姓名
            <input
              required
              autocomplete="username"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            密码
            <input
              required
              type="password"
              autocomplete="current-password"
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="main">
            登录
          </button>
          <p class="hint">
            在本机使用时不用登录：请用 qinggui review
            启动时显示的新地址打开。没有保存的内容仍留在这个浏览器里。
          </p>
        </form>
      ) : (
        <button type="button" class="main" onClick={() => void loadSession()}>
          再试一次
        </button>
      )}
    </main>
  );
};
