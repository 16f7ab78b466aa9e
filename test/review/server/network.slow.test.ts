import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import { ownNames } from '../../../review/server/own-names.js';
import { PASSWORD, Running } from './running.js';

let running: Running;
afterEach(() => running?.stop());

it('knows its names on every address, on one, and behind a proxy', () => {
  expect([...ownNames('127.0.0.1', 8080).keys()]).toEqual(['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']);
  expect([...ownNames('192.0.2.7', 80)]).toEqual([['192.0.2.7', 'http://192.0.2.7']]);
  expect([...ownNames('2001:db8::7', 8080).keys()]).toEqual(['[2001:db8::7]:8080']);
  expect([...ownNames('192.0.2.7', 8080, ['https://Qinggui.Example.cn:443/'])]).toEqual([
    ['192.0.2.7:8080', 'http://192.0.2.7:8080'],
    ['qinggui.example.cn', 'https://qinggui.example.cn'],
  ]);
});

it('is reached by every address of the machine once it is open to the network', async () => {
  running = await new Running().start({ host: '0.0.0.0', local: null });
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  for (const { address, family } of addresses) {
    const host = `${family === 'IPv6' ? `[${address}]` : address}:${running.server.port}`;
    expect((await running.ask('/', { headers: { host } })).status).toBe(200);
  }
  const foreign = await running.ask('/', { headers: { host: `192.0.2.1:${running.server.port}` } });
  expect(foreign.status).toBe(403);
});

it('counts wrong passwords by the address that its proxy saw, whatever the client wrote before it', async () => {
  running = await new Running().start({ local: null, origins: ['https://qinggui.example.cn'] });
  const guess = (client: string, number: number) =>
    running.post(
      '/api/sign-in',
      { name: `名${client}${number}`, password: PASSWORD },
      { headers: { 'x-forwarded-for': `10.9.9.${number}, ${client}` } },
    );
  for (let number = 0; number < 5; number += 1) expect((await guess('10.0.0.1', number)).status).toBe(401);
  expect((await guess('10.0.0.1', 5)).status).toBe(429);
  expect((await guess('10.0.0.2', 6)).status).toBe(401);
  expect((await running.book())[0]).toContain('来自 10.0.0.2');
  expect((await guess('nonsense', 7)).status).toBe(401);
  expect((await running.book())[0]).toContain('来自 127.0.0.1');
});

it('leaves who is slow to say what they want, and answers others meanwhile', async () => {
  running = await new Running().start();
  const began = Date.now();
  const text = await new Promise<string>((done) => {
    let heard = '';
    const socket = createConnection(running.server.port, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    });
    socket.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
    });
    socket.on('close', () => done(heard)).on('error', () => undefined);
    running.ask('/').then(({ status }) => expect(status).toBe(200));
  });
  expect(text).toMatch(/^HTTP\/1\.1 408 /u);
  expect(Date.now() - began).toBeLessThan(60_000);
});

it('ends in time though somebody holds a connection open', async () => {
  running = await new Running().start();
  const socket = createConnection(running.server.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n'));
  socket.on('error', () => undefined);
  await running.ask('/');
  const began = Date.now();
  await running.server.close();
  expect(Date.now() - began).toBeLessThan(20_000);
  await expect(running.ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
