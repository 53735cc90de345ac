declare module '@fye/netsuite-rest-api' {
  import type { Readable } from 'node:stream';

  interface Config {
    readonly netsuiteApiHost: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly netsuiteAccountId: string;
    readonly netsuiteTokenKey: string;
    readonly netsuiteTokenSecret: string;
    readonly netsuiteQueryLimit?: number;
  }

  interface ApiResponse {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }

  interface ApiRequest {
    readonly method: string;
    readonly requestType: 'suiteql' | 'record';
    readonly query?: unknown;
    readonly path?: string;
    readonly nextUrl?: string;
  }

  interface Api {
    readonly makeRequest: (config: Config, request: ApiRequest) => Promise<ApiResponse>;
    readonly suiteqlSearch: (config: Config, search: { readonly query: string }) => Readable;
    readonly update: (
      config: Config,
      change: { readonly id: string; readonly path: string; readonly updateValues: object },
    ) => Promise<ApiResponse>;
    readonly salesOrderPath: string;
    readonly expandAbleSubResourcesQueryParam: string;
  }

  const api: Api;
  export = api;
}
