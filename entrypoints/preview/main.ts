import packs from 'virtual:packs';
import { startPreview } from '../../src/preview/start-preview';

const app = document.querySelector<HTMLElement>('#app');
if (app) startPreview(app, packs);
