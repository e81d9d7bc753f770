// The studio's page: everything of it is drawn from one design.
import { render } from 'preact';
import { App } from './views/App.tsx';

const place = document.querySelector('#studio');
if (place) {
  place.textContent = '';
  render(<App />, place);
}
