import packs from 'virtual:packs';
import persons from 'virtual:persons';
import practice from 'virtual:practice';
import { catalogueOf } from '../../src/practice/catalogue';
import { startPractice } from '../../src/practice/start-practice';

const app = document.querySelector<HTMLElement>('#app');
if (app) startPractice(app, catalogueOf(packs, practice, persons));
