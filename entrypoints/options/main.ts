import packs from 'virtual:packs';
import { startOptions } from '../../src/options/start-options';

const app = document.querySelector<HTMLElement>('#app');
if (app) void startOptions(app, packs);
