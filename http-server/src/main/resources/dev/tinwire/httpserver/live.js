// Reloads this page when a file of its site changes, and swaps style sheets without that.
(() => {
  "use strict";
  const script = document.currentScript;
  const born = script.dataset.since;
  const events = new URL("live", script.src); // not of <base>, nor of the page
  const once = "tinwire-live";
  let seen = born;
  let source = null;

  // Inside another page of ours it is the outer one that reloads both.
  try {
    if (parent !== window && parent.document) return;
  } catch {
    // The outer page is somebody else's.
  }

  function reload() {
    try {
      // A page that comes back as old as it was comes from a cache, a service worker's; reloading
      // it again would never end.
      if (sessionStorage.getItem(once) === born) return;
      sessionStorage.setItem(once, born);
    } catch {
      // No storage here (a sandboxed page); then without that care.
    }
    location.reload();
  }

  function sheets(frame) {
    const own = [...frame.document.querySelectorAll('link[rel~="stylesheet"][href]')];
    return own.concat(...Array.from(frame, tried)); // a window is a list of its frames
  }

  function tried(frame) {
    try {
      return sheets(frame);
    } catch {
      return []; // a frame of somebody else's
    }
  }

  function swap() {
    const links = sheets(window).filter((link) => new URL(link.href).origin === events.origin);
    if (links.length === 0) reload(); // it is used in some other way
    for (const link of links) {
      const next = link.cloneNode();
      const href = new URL(link.href);
      href.searchParams.set("tinwire-live", seen);
      next.href = href;
      // The old one goes when the new one is there, or the page would be bare for a moment.
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    }
  }

  function connect() {
    if (source || document.hidden) return;
    events.searchParams.set("since", seen);
    source = new EventSource(events);
    source.addEventListener("reload", (event) => {
      seen = event.lastEventId;
      reload();
    });
    source.addEventListener("css", (event) => {
      seen = event.lastEventId;
      swap();
    });
    source.onerror = () => {
      // It tries again by itself, unless it was refused.
      if (source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(connect, 2000);
      }
    };
  }

  // A browser has six connections to a site, for all tabs together: one that nobody looks at gives
  // its own back, and catches up when it is shown.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && source) {
      source.close();
      source = null;
    }
    connect();
  });
  connect();
})();
