export { type Configuration, defineConfig } from './settings/configuration.js';
