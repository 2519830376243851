
'use strict';
{
  const form = document.getElementById('upload'), list = document.getElementById('transfers');
  const picker = form.elements.file, [button, folderButton] = form.querySelectorAll('button');
  const PARTS = 4 << 20; // from here on an upload that is cut goes on where it was
  const AT_ONCE = 3, TRIES = 12;
  const waiting = [], running = new Set(), hidden = document.createElement('li');
  let failed = 0, done = 0, leftOut = 0;

  const address = names => './' + names.map(encodeURIComponent).join('/');
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const size = bytes => {
    let unit = -1;
    for (; bytes >= 1000 && unit < 3; unit++) bytes /= 1024;
    return unit < 0 ? bytes + ' B' : bytes.toFixed(1) + ' ' + 'KMGT'[unit] + 'iB';
  };
  const element = (name, text = '') => Object.assign(document.createElement(name), {textContent: text});

  // One request; says how it ended: a status, or 0 if it did not come to one.
  const send = (job, method, headers, body) => new Promise(done => {
    const request = job.request = new XMLHttpRequest();
    request.open(method, address(job.names));
    for (const name in headers) request.setRequestHeader(name, headers[name]);
    const began = performance.now();
    request.upload.onprogress = event => {
      const sent = (job.from || 0) + event.loaded, rate = event.loaded / (performance.now() - began) * 1000;
      const left = Math.ceil((job.file.size - sent) / rate);
      job.bar.value = sent;
      job.say(size(sent) + ' of ' + size(job.file.size) + ' · ' + size(rate | 0) + '/s · ' + left + ' s left');
    };
    request.onloadend = () => done(request);
    request.send(body);
  });
  const offset = request => {
    const told = request.getResponseHeader('Upload-Offset');
    return told === null ? null : +told;
  };

  const whole = job => send(job, 'PUT', job.replace ? {} : {'If-None-Match': '*'}, job.file);

  // Asks how much is there, and sends the rest; again as long as the connection breaks.
  const inParts = async job => {
    const total = job.file.size;
    const id = {'Upload-Id': total + '-' + job.file.lastModified}; // found again after a reload of the page
    for (let tries = 0; !job.stopped; tries++) {
      const asked = await send(job, 'HEAD', {...id, 'Upload-Length': total});
      if (asked.status === 200 && !job.replace) return {status: 412};
      if (asked.status) {
        job.from = offset(asked) || 0;
        const headers = {...id, 'Content-Range': 'bytes ' + job.from + '-' + (total - 1) + '/' + total};
        if (!job.replace) headers['If-None-Match'] = '*';
        const answer = await send(job, 'PUT', headers, job.file.slice(job.from));
        if (answer.status && answer.status !== 202 && offset(answer) === null &&
          !answer.getResponseHeader('Retry-After')) return answer;
        if (job.from > job.best) tries = 0;
        job.best = Math.max(job.best, job.from);
      }
      if (tries >= TRIES) return asked;
      job.say('The connection broke; trying again');
      await pause(Math.min(8000, 500 << Math.min(tries, 4)));
    }
    return {status: 0};
  };

  const numbered = name => {
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    const number = / \((\d+)\)$/.exec(name.slice(0, dot));
    const stem = number ? name.slice(0, number.index) : name.slice(0, dot);
    return stem + ' (' + (number ? +number[1] + 1 : 2) + ')' + name.slice(dot);
  };

  const offer = (job, word, then) => {
    const choice = element('button', word);
    choice.type = 'button';
    choice.onclick = () => {
      failed--;
      then();
      waiting.push(job);
      next();
    };
    job.choices.append(' ', choice);
  };

  const finish = (job, answer) => {
    running.delete(job);
    job.choices.replaceChildren();
    if (job.stopped) {
      failed++;
      job.say('Stopped');
      offer(job, 'Try again', () => { job.stopped = false; });
    } else if (answer.status >= 200 && answer.status < 300) {
      job.bar.value = job.bar.max;
      job.say('Done');
      done++;
    } else {
      failed++;
      const there = answer.status === 409 || answer.status === 412;
      const words = answer.status === 412 ? 'There is one of that name already.' : answer.responseText;
      job.say((words || 'The connection broke.').replace(/^\d+ [^:]*: /, ''));
      if (there) {
        offer(job, 'Keep both', () => job.names.push(numbered(job.names.pop())));
        if (form.dataset.replace) offer(job, 'Replace', () => { job.replace = true; });
      } else {
        offer(job, 'Try again', () => {});
      }
    }
    next();
  };

  const next = () => {
    while (waiting.length && running.size < AT_ONCE) {
      const job = waiting.shift();
      running.add(job);
      job.best = 0;
      job.choices.replaceChildren(' ', job.stop);
      (job.file.size < PARTS ? whole(job) : inParts(job)).then(answer => finish(job, answer));
    }
    if (done && !waiting.length && !running.size && !failed && !leftOut) location.reload();
  };

  const add = (file, names) => {
    if (names.some(name => name.startsWith('.'))) {
      if (!leftOut++) list.append(hidden); // the server takes none
      hidden.textContent = leftOut + (leftOut === 1 ? ' hidden file is' : ' hidden files are') + ' left out';
      return;
    }
    const item = element('li'), bar = element('progress'), state = element('span', 'Waiting');
    const choices = element('span'), stop = element('button', 'Stop');
    bar.max = file.size || 1;
    bar.value = 0;
    bar.ariaLabel = names.join('/');
    state.className = 'dim';
    item.append(element('bdi', names.join('/')), ' ', bar, ' ', state, choices);
    list.append(item);
    const job = {file, names, bar, choices, stop, say: text => { state.textContent = text; }};
    stop.type = 'button';
    stop.onclick = () => { job.stopped = true; job.request.abort(); };
    waiting.push(job);
  };

  // A dropped folder gives its entries by the hundred, until it gives none.
  const walk = async (entry, names) => {
    const here = [...names, entry.name];
    if (entry.isFile) {
      add(await new Promise((done, lost) => entry.file(done, lost)), here);
    } else {
      const reader = entry.createReader();
      let some;
      do {
        some = await new Promise((done, lost) => reader.readEntries(done, lost));
        for (const each of some) await walk(each, here);
      } while (some.length);
    }
  };
  const begin = files => {
    for (const file of files) add(file, (file.webkitRelativePath || file.name).split('/'));
    next();
  };
  const drop = async event => {
    event.preventDefault();
    document.body.classList.remove('drop');
    const items = [...event.dataTransfer.items].filter(item => item.kind === 'file');
    const entries = items.map(item => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (entries.length && entries.every(Boolean)) {
      for (const entry of entries) await walk(entry, []);
      next();
    } else {
      begin(event.dataTransfer.files);
    }
  };

  const pick = folder => {
    picker.webkitdirectory = folder;
    picker.value = '';
    picker.click();
  };
  picker.hidden = true;
  picker.required = false;
  button.type = 'button';
  button.textContent = 'Upload';
  button.onclick = () => pick(false);
  folderButton.hidden = false;
  folderButton.onclick = () => pick(true);
  form.querySelector('span').hidden = false;
  picker.onchange = () => begin(picker.files);
  document.addEventListener('dragover', event => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    document.body.classList.add('drop');
  });
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) document.body.classList.remove('drop');
  });
  document.addEventListener('drop', drop);
  window.addEventListener('beforeunload', event => { if (running.size) event.preventDefault(); });
}
