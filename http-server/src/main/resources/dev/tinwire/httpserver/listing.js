
'use strict';
{
  const body = document.querySelector('tbody'), rows = [...body.rows].filter(row => !row.dataset.up);
  const filter = document.getElementById('filter'), shown = document.getElementById('shown');
  const heads = [...document.querySelectorAll('th')];
  const name = row => row.cells[0].textContent, link = row => row.cells[0].firstChild;
  const show = () => {
    const wanted = filter.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = wanted && !name(row).toLowerCase().includes(wanted);
      if (!row.hidden) count++;
    }
    shown.textContent = wanted ? count + ' of ' + rows.length + ' shown' : '';
  };
  const natural = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'}).compare;
  const byName = (a, b) => natural(name(a), name(b));
  const orders = {
    name: byName,
    size: (a, b) => a.cells[1].firstChild.value - b.cells[1].firstChild.value,
    time: (a, b) => {
      const s = a.cells[2].firstChild.dateTime, t = b.cells[2].firstChild.dateTime;
      return s < t ? -1 : s > t ? 1 : 0;
    },
  };
  const sort = (head, event) => {
    event.preventDefault();
    const column = head.dataset.column, down = head.ariaSort === 'ascending';
    const folder = row => row.className === 'd';
    const way = down ? -1 : 1;
    rows.sort((a, b) => folder(b) - folder(a) || way * orders[column](a, b) || byName(a, b));
    body.append(...rows);
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
    const first = rows.find(row => !row.hidden);
    if (event.key === 'Enter' && filter.value && first) link(first).click();
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
