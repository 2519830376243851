// Puts the living part of the page in place whenever the server has a newer one. Without this
// script the page is the same, as it was when it was loaded.
"use strict";
const live = document.getElementById("live");
const events = new EventSource(document.currentScript.dataset.events);

function show(html) {
  live.innerHTML = html;
  const state = document.getElementById("state");
  if (state) document.title = state.dataset.title;
}

events.onmessage = (event) => show(event.data);
events.onerror = () => {
  if (document.getElementById("gone")) return;
  live.insertAdjacentHTML("afterbegin",
    '<p id="gone" class="gone" role="alert">The monitor does not answer. What is below is old.</p>');
};
