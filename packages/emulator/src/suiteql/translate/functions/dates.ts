import { asMoment, asNumber, asText } from '../convert.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

export const dateFunctions: Readonly<Record<string, ScalarFunction>> = {
  add_months: scalarFunction(2, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_add_months(${moment.sql}, ${asNumber(argumentAt(given, 1))})`, kind: moment.kind };
  }),
  months_between: scalarFunction(2, (given, context) => {
    const [later, earlier] = given.map((argument) => asMoment(argument, context).sql);
    return { sql: `sw_months_between(${later}, ${earlier})`, kind: 'num', inexact: true };
  }),
  last_day: scalarFunction(1, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_last_day(${moment.sql})`, kind: moment.kind };
  }),
  next_day: scalarFunction(2, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_next_day(${moment.sql}, ${asText(argumentAt(given, 1))})`, kind: moment.kind };
  }),
  sys_extract_utc: scalarFunction(1, (given, context) => ({
    sql: `sw_to_utc(${asMoment(argumentAt(given, 0), context).sql})`,
    kind: 'datetime',
  })),
};
