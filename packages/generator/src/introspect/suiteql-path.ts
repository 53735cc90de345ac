/** The query service. */
export const suiteqlPath = '/services/rest/query/v1/suiteql';
