import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { ensureCertificate } from '../../worker/commands/certificates.ts';
import { startFront } from '../../worker/commands/fronts.ts';

/** A service whose connection to the first question is lost, before a front of its own; what that answers to a question. */
async function answered(method: string): Promise<string> {
  let asked = 0;
  const answer: RequestListener = (request, response) => {
    asked++;
    if (asked === 1) request.socket.destroy();
    else response.end('ok');
  };
  const service = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((listening) => service.once('listening', listening));
  const inner = new URL(`http://127.0.0.1:${(service.address() as AddressInfo).port}`);
  const front = await startFront(inner, 0, await ensureCertificate());
  onTestFinished(async () => {
    await front.stop();
    service.close();
  });
  return new Promise((done, failed) => {
    const socket = connect({ port: front.port, host: 'localhost', rejectUnauthorized: false }, () => {
      socket.write(`${method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n`);
    });
    socket.on('error', failed);
    socket.on('data', (data) => {
      socket.destroy();
      done(data.toString().split('\r\n')[0]!);
    });
  });
}

test('不带内容的请求，连接断了再问一次；带内容的说请稍后再试', async () => {
  expect(await answered('GET')).toBe('HTTP/1.1 200 OK');
  expect(await answered('POST')).toBe('HTTP/1.1 503 Service Unavailable');
});
