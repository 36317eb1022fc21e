import packs from 'virtual:packs';
import services from 'virtual:services';
import { startEndSession } from '../../src/end-session/start-end-session';

const app = document.querySelector<HTMLElement>('#app');
if (app) void startEndSession(app, packs, services);
