// The magazine's own script: the panel beside it, and thanks to whoever leaves an address.
import { showPanel } from './panel/panel.ts';

const panel = document.querySelector<HTMLElement>('[data-panel]');
if (panel) showPanel(panel);

const form = document.querySelector<HTMLFormElement>('#letters');

form?.addEventListener('submit', (event) => {
  // The widget has stopped a form whose question is unanswered.
  if (event.defaultPrevented) return;
  event.preventDefault();
  form.reset();
  const thanks = form.querySelector('[data-thanks]');
  if (thanks) {
    thanks.textContent = 'Thank you. (This is a sample: your address has not been sent anywhere.)';
  }
});
