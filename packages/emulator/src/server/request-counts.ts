/** What the emulator was asked so far, for tests that bound the number of requests. */
export interface RequestCounts {
  readonly total: number;
  readonly inFlight: number;
  readonly peakInFlight: number;
  /** Answered with 429. */
  readonly overLimit: number;
  readonly byService: Readonly<Record<Service, number>>;
}

export type Service = 'token' | 'catalog' | 'suiteql' | 'record' | 'system' | 'other';

export interface RequestCounter {
  readonly counts: RequestCounts;
  readonly begin: (path: string) => void;
  readonly end: (status: number) => void;
}

const services: readonly (readonly [prefix: string, service: Service])[] = [
  ['/services/rest/auth/', 'token'],
  ['/services/rest/record/v1/metadata-catalog', 'catalog'],
  ['/services/rest/query/v1/suiteql', 'suiteql'],
  ['/services/rest/record/', 'record'],
  ['/services/rest/system/', 'system'],
];

export function serviceOf(path: string): Service {
  return services.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'other';
}

export function createRequestCounter(): RequestCounter {
  const byService = { token: 0, catalog: 0, suiteql: 0, record: 0, system: 0, other: 0 };
  const counts = { total: 0, inFlight: 0, peakInFlight: 0, overLimit: 0, byService };
  return {
    counts,
    begin: (path) => {
      byService[serviceOf(path)] += 1;
      counts.total += 1;
      counts.inFlight += 1;
      counts.peakInFlight = Math.max(counts.peakInFlight, counts.inFlight);
    },
    end: (status) => {
      counts.inFlight -= 1;
      if (status === 429) counts.overLimit += 1;
    },
  };
}
