// What the server of an Angular application writes.
import '@angular/compiler';
import { provideClientHydration } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { start } from './angular.js';

export const write = () =>
  renderApplication(
    (context) => start(context, [provideServerRendering(), provideClientHydration()]),
    { document: '<!doctype html><html><head></head><body><app-root></app-root></body></html>' },
  );
