export { isPlainObject, showValue as shown } from './show-value.js';
