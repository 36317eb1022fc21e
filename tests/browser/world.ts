import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** One request that a browser made, whoever made it: a page, the browser, an extension. */
export interface WorldRequest {
  url: URL;
  method: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface WorldResponse {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

/** Answers a request, or `undefined` for "no such page" (404). */
export type WorldHandler = (request: WorldRequest) => WorldResponse | undefined | Promise<WorldResponse | undefined>;

/** A small internet of our own: a proxy that serves every https address from a handler and remembers every request. */
export interface World {
  /** Port of the proxy on this machine. */
  readonly port: number;
  /** Every request since the start, or since the last `forget()`. */
  readonly requests: readonly WorldRequest[];
  /** Changes what is served from now on. */
  serve(handler: WorldHandler): void;
  forget(): void;
  close(): Promise<void>;
}

/** Starts a world. Needs `openssl` for a certificate that lives as long as the run. */
export async function startWorld(handler: WorldHandler): Promise<World> {
  let answer = handler;
  let requests: WorldRequest[] = [];
  const listener = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    requests.push(request);
    respond(response, await answer(request));
  };
  const tls = createHttps(certificate(), (incoming, response) => void listener(incoming, response));
  const proxy = createHttp((incoming, response) => void listener(incoming, response));
  proxy.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    tls.emit('connection', socket);
  });
  tls.on('tlsClientError', (_error, socket) => socket.destroy());
  // Browsers open connections ahead; one that never shakes hands belongs to no server, and Node waits two minutes for it.
  const sockets = new Set<Duplex>();
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    port: (proxy.address() as AddressInfo).port,
    get requests() {
      return requests;
    },
    serve: (next) => {
      answer = next;
    },
    forget: () => {
      requests = [];
    },
    close: async () => {
      const closed = new Promise((done) => proxy.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<WorldRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const path = incoming.url ?? '/';
  const url = path.startsWith('http')
    ? new URL(path)
    : new URL(path, `https://${incoming.headers.host ?? 'unknown.invalid'}`);
  return {
    url,
    method: incoming.method ?? 'GET',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function respond(response: ServerResponse, answer: WorldResponse | undefined): void {
  const { status = 200, headers = {}, body } = answer ?? { status: 404, body: 'Cette page n’existe pas.' };
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'cac-cert-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
