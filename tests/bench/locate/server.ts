import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dsfrBody, dsfrCss, type OwnPages } from './sources';

export interface BenchServer {
  origin: string;
  close(): void;
}

/** Serves the pages of the bench on this machine alone; style sheets are kept by the browser from page to page. */
export async function startServer(own: OwnPages): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench');
    void answer(url, own).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=3600' });
      response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(url: URL, own: OwnPages): Promise<{ status: number; type: string; body: string }> {
  const sheet = /^\/css\/([\d.]+)\.css$/.exec(url.pathname)?.[1];
  if (sheet) {
    const variant = url.searchParams.get('variant');
    return { status: 200, type: 'text/css', body: dsfrCss(sheet, variant === null ? undefined : Number(variant)) };
  }
  const body = url.pathname.startsWith('/dsfr/') ? dsfrBody(url.pathname) : await own.body(url.pathname);
  return body === undefined
    ? { status: 404, type: 'text/plain', body: 'No such page' }
    : { status: 200, type: 'text/html', body };
}
