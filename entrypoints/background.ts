import overlays from 'virtual:deferred';
import terms from 'virtual:terms';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/session/background';

export default defineBackground(() => startBackground(overlays, terms));
