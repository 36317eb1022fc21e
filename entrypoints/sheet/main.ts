import packs from 'virtual:packs';
import { startSheet } from '../../src/sheet/start-sheet';

const app = document.querySelector<HTMLElement>('#app');
if (app) startSheet(app, packs);
