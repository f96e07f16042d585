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

// A folded section opens when the address names it or something in it, and on paper.
const folds = document.querySelectorAll('.fold');
const unfoldNamed = () => {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const fold of folds) if (named && (fold.contains(named) || named.contains(fold))) fold.open = true;
};
unfoldNamed();
addEventListener('hashchange', unfoldNamed);
addEventListener('beforeprint', () => { for (const fold of folds) fold.open = true; });

// A link with data-part fetches one part of the page and puts it in place of the old one; without scripts it opens the whole page.
addEventListener('click', async event => {
  const link = event.target.closest('a[data-part]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const old = document.getElementById(link.dataset.partTarget);
  old.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(link.dataset.part);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const template = document.createElement('template');
    template.innerHTML = await answer.text();
    old.replaceWith(template.content);
    document.querySelector(`#${CSS.escape(link.dataset.partTarget)} a[data-part]`).focus();
  } catch {
    location.href = link.href;
  }
});
