
'use strict';
{
  const table = document.querySelector('table');
  const filter = document.getElementById('filter'), shown = document.getElementById('shown');
  const heads = [...document.querySelectorAll('th')];
  // Rows come in groups (page.css, ListingPage): a browser lays out those alone that can be seen.
  const GROUP = 200;
  let groups = [...table.tBodies].filter(group => !group.rows[0].dataset.up);
  const entries = groups.flatMap(group => [...group.rows]).map(row => ({
    row,
    name: row.cells[0].textContent,
    folder: row.className === 'd',
    size: row.cells[1].firstChild.value,
    time: row.cells[2].firstChild.dateTime,
  }));
  let found = entries;
  const show = () => {
    const wanted = filter.value.trim().toLowerCase();
    found = wanted ? entries.filter(entry => entry.name.toLowerCase().includes(wanted)) : entries;
    shown.textContent = wanted ? found.length + ' of ' + entries.length + ' shown' : '';
    groups.forEach(group => group.remove());
    groups = [];
    for (let from = 0; from < found.length; from += GROUP) {
      const group = document.createElement('tbody');
      group.append(...found.slice(from, from + GROUP).map(entry => entry.row));
      group.style.containIntrinsicBlockSize = 'auto ' + group.rows.length * 2.5 + 'rem';
      groups.push(group);
    }
    table.append(...groups);
  };
  const natural = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'}).compare;
  const orders = {
    name: (a, b) => natural(a.name, b.name),
    size: (a, b) => a.size - b.size,
    time: (a, b) => a.time < b.time ? -1 : a.time > b.time ? 1 : 0,
  };
  const sort = (head, event) => {
    event.preventDefault();
    const column = head.dataset.column, down = head.ariaSort === 'ascending';
    const way = down ? -1 : 1;
    entries.sort((a, b) => b.folder - a.folder || way * orders[column](a, b) || orders.name(a, b));
    show();
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.ariaSort = down ? 'descending' : 'ascending';
    const query = new URLSearchParams(location.search);
    const list = query.has('list') ? 'list&' : '';
    history.replaceState(null, '', '?' + list + 'sort=' + column + '&order=' + (down ? 'desc' : 'asc'));
  };
  heads.forEach(head => head.firstChild.addEventListener('click', event => sort(head, event)));
  filter.hidden = false;
  filter.addEventListener('input', show);
  filter.addEventListener('keydown', event => {
    const first = found[0];
    if (event.key === 'Enter' && filter.value && first) first.row.cells[0].firstChild.click();
    if (event.key === 'Escape') { filter.value = ''; show(); filter.blur(); }
  });
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.target === filter || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    filter.focus();
  });
  // Local times, a few thousand rows at a time, so that a huge folder can be used at once.
  const local = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
  const times = [...document.querySelectorAll('td time')];
  const localise = from => {
    for (const time of times.slice(from, from + 2000)) {
      time.textContent = local.format(new Date(time.dateTime));
      time.title = time.dateTime;
    }
    if (from + 2000 < times.length) setTimeout(localise, 0, from + 2000);
  };
  localise(0);
  document.getElementById('zone').remove();
}
