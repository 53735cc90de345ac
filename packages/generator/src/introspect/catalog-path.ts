/** The metadata-catalog of the record API. */
export const catalogPath = '/services/rest/record/v1/metadata-catalog';
