/** A number as text. The digits are told apart in one way only, so that matching takes linear time. */
export const NUMBER_TEXT: RegExp = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
