import packs from 'virtual:packs';
import services from 'virtual:services';
import { startPopup } from '../../src/popup/start-popup';

const app = document.querySelector<HTMLElement>('#app');
if (app) void startPopup(app, packs, services);
