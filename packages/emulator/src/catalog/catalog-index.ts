export interface CatalogIndexOptions {
  readonly names: readonly string[];
  /** Scheme and host for the links. */
  readonly origin: string;
}

export const catalogPath = '/services/rest/record/v1/metadata-catalog';

interface CatalogLink {
  readonly rel: string;
  readonly href: string;
  readonly mediaType: string;
}

interface CatalogItem {
  readonly name: string;
  readonly links: readonly CatalogLink[];
}

interface CatalogIndex {
  readonly items: readonly CatalogItem[];
  readonly links: readonly CatalogLink[];
}

/** The catalog's list of records. Observed 2025-11, demo account: no paging keys, no count. */
export function catalogIndex({ names, origin }: CatalogIndexOptions): CatalogIndex {
  return {
    items: names.map((name) => catalogItem(name, origin)),
    links: [{ rel: 'canonical', href: `${origin}${catalogPath}/`, mediaType: 'application/json' }],
  };
}

/** One record's entry in the list. */
export function catalogItem(name: string, origin: string): CatalogItem {
  const href = `${origin}${catalogPath}/${name}`;
  return {
    name,
    links: [
      { rel: 'canonical', href, mediaType: 'application/schema+json' },
      { rel: 'alternate', href, mediaType: 'application/swagger+json' },
      { rel: 'alternate', href, mediaType: 'application/schema+json' },
      { rel: 'describes', href: `${origin}/services/rest/record/v1/${name}`, mediaType: 'application/json' },
    ],
  };
}
