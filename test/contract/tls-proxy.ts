import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** Of this test alone, for 127.0.0.1. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgeLypyDXlYunK4IK0
28CEgcj+fMwkA+rSb0v9yCGX4imhRANCAARipqO2BbyiTNcszDiWV54C39xsITiD
1mtTIRJwk4HI6B4qHgDeuA0BWOHwu66Ko8mL7RLsxQpqE3Usd5m1Vufr
-----END PRIVATE KEY-----
`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUbJCtaMeMcpV+D35PBtNqBg/SX+swCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyODE3NDk0MFoYDzIxMjYxMTA0
MTc0OTQwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARipqO2BbyiTNcszDiWV54C39xsITiD1mtTIRJwk4HI6B4qHgDeuA0B
WOHwu66Ko8mL7RLsxQpqE3Usd5m1Vufro2QwYjAdBgNVHQ4EFgQUgeqG02b8HMy4
kHenKDDlbr/jFvwwHwYDVR0jBBgwFoAUgeqG02b8HMy4kHenKDDlbr/jFvwwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCBqx6xJ39GMqcs2y2oielmjQJ3LHGG0mNjHAE+anQT5AIhALIp0r/ujm3LeE2s
rfEVJV3pc6mm6zfMblTuckaZVJTb
-----END CERTIFICATE-----
`;

export interface TlsProxy {
  /** Host and port, to be called by https. */
  readonly host: string;
  readonly close: () => void;
}

/** Serves over TLS what a server on this machine answers, and tells it so, as proxies do. */
export async function startTlsProxy(target: string): Promise<TlsProxy> {
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const { host = '', ...headers } = incoming.headers;
    const forwarded = request(
      new URL(incoming.url ?? '/', target),
      {
        method: incoming.method,
        headers: { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': host },
      },
      (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      },
    );
    incoming.pipe(forwarded);
  });
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  return {
    // An address over TCP, not a path.
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
