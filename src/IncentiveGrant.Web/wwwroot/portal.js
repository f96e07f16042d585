// What the portal adds where scripts run; nothing depends on it.

// Menus of the frame close on Escape and on a click elsewhere.
const openMenu = () => document.querySelector('.menu[open]');

addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && openMenu();
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

addEventListener('click', event => {
  const menu = openMenu();
  if (menu && !menu.contains(event.target)) menu.open = false;
});

// <button type="button" data-print hidden> shows where it can print.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
