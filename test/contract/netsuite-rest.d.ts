declare module 'netsuite-rest' {
  interface NetSuiteRestOptions {
    readonly consumer_key: string;
    readonly consumer_secret_key: string;
    readonly token: string;
    readonly token_secret: string;
    readonly realm: string;
    readonly base_url?: string;
  }

  interface NetSuiteRestRequest {
    readonly path: string;
    readonly method?: string;
    readonly body?: string;
    readonly heads?: Readonly<Record<string, string>>;
  }

  interface NetSuiteRestResponse {
    readonly statusCode: number;
    readonly data: unknown;
  }

  class NetSuiteRest {
    constructor(options: NetSuiteRestOptions);
    request(request: NetSuiteRestRequest): Promise<NetSuiteRestResponse>;
  }

  export = NetSuiteRest;
}
