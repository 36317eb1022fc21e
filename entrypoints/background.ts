import guides from 'virtual:guides';
import terms from 'virtual:terms';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/session/background';

export default defineBackground(() => startBackground(guides, terms));
