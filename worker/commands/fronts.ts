import { readFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { dataPolicy } from '../headers.ts';
import { Problem, problemText } from '../problems.ts';
import type { Certificate } from './certificates.ts';

export interface Front {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * What stands before workerd on this machine, as Cloudflare's own network does where the service is deployed: https, and an
 * answer to requests that break off. wrangler's own front answers those 500, with a stack trace, and also some that share a
 * connection with them.
 */
export async function startFront(inner: URL, port: number, { key, cert }: Certificate): Promise<Front> {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) =>
    forward(inner, asked, answer),
  );
  server.on('clientError', (_error, socket: Socket) => (socket.writable ? socket.end(broken) : socket.destroy()));
  await new Promise<void>((listening, failed) => {
    server.on('error', failed).listen(port, 'localhost', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** A question without a body whose connection was lost to another request's is asked once more (RFC 9110 9.2.2). */
function forward(inner: URL, asked: IncomingMessage, answer: ServerResponse): void {
  const refused = () => refuse(asked, answer);
  const safe = asked.method === 'GET' || asked.method === 'HEAD';
  ask(inner, asked, answer, safe ? () => ask(inner, asked, answer, refused) : refused);
}

/** `lost`: what to do where no answer of the Worker's comes. */
function ask({ hostname, port }: URL, asked: IncomingMessage, answer: ServerResponse, lost: () => void): void {
  const { method, url, headers } = asked;
  const forwarded = request({ hostname, port, method, path: url, headers, agent: false }, (got) => {
    // The Worker itself answers nothing in plain text.
    if (got.statusCode === 500 && got.headers['content-type']?.startsWith('text/plain')) {
      got.resume();
      return lost();
    }
    const { connection: _, 'keep-alive': __, ...lasting } = got.headers;
    answer.writeHead(got.statusCode ?? 503, lasting);
    got.pipe(answer);
  });
  forwarded.on('error', () => (answer.headersSent || answer.closed ? answer.destroy() : lost()));
  answer.on('close', () => forwarded.destroy());
  asked.pipe(forwarded);
}

function refuse(asked: IncomingMessage, answer: ServerResponse): void {
  // What is still to come is read, or the connection could not be used again.
  asked.unpipe().resume();
  answer.writeHead(503, { ...problemHeaders, 'retry-after': '5' });
  answer.end(problemText(new Problem(503, '服务器与接口的连接断开了，请稍后再试，或在本机计算。')));
}

const problemHeaders = {
  'content-type': 'application/problem+json; charset=utf-8',
  'content-security-policy': dataPolicy,
  'x-content-type-options': 'nosniff',
};

const problem = problemText(new Problem(400, '请求没有收全，或写得不合 HTTP。'));

/** Of a request that is none, or whose body ends too early; the connection ends with it. */
const broken = [
  'HTTP/1.1 400 Bad Request',
  ...Object.entries(problemHeaders).map(([name, value]) => `${name}: ${value}`),
  `content-length: ${Buffer.byteLength(problem)}`,
  'connection: close',
  '',
  problem,
].join('\r\n');
