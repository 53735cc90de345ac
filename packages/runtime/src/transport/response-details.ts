import { clip } from '../errors/clip.js';
import type { ErrorDetail } from '../errors/response-error.js';
import { parseJson } from '../parse-json.js';

/** Characters of one text, and of all texts together. NetSuite's longest known details have a few hundred. */
const longestText = 2000;
const longestSum = 4000;
const mostDetails = 20;

type Redact = (text: string) => string;

/**
 * The reasons in an error body: NetSuite's `o:errorDetails`, or the `error` of its OAuth 2.0 endpoints. HTML, an empty
 * body and anything else give none. Secrets are taken out, and long texts are cut.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156570709583.html
 */
export function responseDetails(text: string, redact: Redact): readonly ErrorDetail[] {
  const body = parsedObject(text);
  if (body === null) return [];
  const details = body['o:errorDetails'];
  if (Array.isArray(details) && details.length > 0) {
    return boundedDetails(details.slice(0, mostDetails).map((entry) => netSuiteDetail(entry, redact)));
  }
  if (typeof body.error === 'string') {
    return [
      {
        detail: textOf(body.error_description, redact),
        errorCode: optionalText(body.error, redact),
        path: null,
        queryParameter: null,
      },
    ];
  }
  const title = textOf(body.title, redact);
  const errorCode = optionalText(body['o:errorCode'], redact);
  return title === '' && errorCode === null
    ? []
    : [{ detail: title, errorCode, path: null, queryParameter: null }];
}

function netSuiteDetail(entry: unknown, redact: Redact): ErrorDetail {
  const facts = isObject(entry) ? entry : {};
  return {
    detail: textOf(facts.detail, redact),
    errorCode: optionalText(facts['o:errorCode'], redact),
    path: optionalText(facts['o:errorPath'], redact),
    queryParameter: optionalText(facts['o:errorQueryParam'], redact),
  };
}

/** The first ones, as far as a message should hold them. */
function boundedDetails(details: readonly ErrorDetail[]): readonly ErrorDetail[] {
  let length = 0;
  return details.filter(({ detail }) => {
    length += detail.length;
    return length <= longestSum;
  });
}

function parsedObject(text: string): Record<string, unknown> | null {
  const { value } = parseJson(text);
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const longestName = 200;

function textOf(value: unknown, redact: Redact, longest: number = longestText): string {
  return typeof value === 'string' ? clip(redact(value), longest) : '';
}

function optionalText(value: unknown, redact: Redact): string | null {
  return textOf(value, redact, longestName) || null;
}
