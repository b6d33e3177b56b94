// Puts into the page what the server tells about an alert as it is sent. Without this the page is looked at again by hand.

const live = document.querySelector('[data-live]');

/** A press that was about to happen stays possible: whoever stood on a button stands on it still. */
function replace(part, html) {
  const held = part.contains(document.activeElement) ? document.activeElement.id : '';
  part.innerHTML = html;
  if (held) {
    document.getElementById(held)?.focus();
  }
}

if (live) {
  const source = new EventSource(live.dataset.live);
  const lost = live.querySelector('[data-lost]');
  for (const part of live.querySelectorAll('[data-part]')) {
    source.addEventListener(part.dataset.part, event => replace(part, event.data));
  }
  // What a press did is no news any more once the state has moved on: "paused" must not stand above what goes on.
  let states = 0;
  source.addEventListener('state', () => {
    states += 1;
    if (states > 1) {
      document.querySelector('main > .notice[role="status"]')?.remove();
    }
  });
  source.addEventListener('end', () => {
    source.close();
    live.querySelector('[data-ended]').hidden = false;
  });
  source.addEventListener('signed-out', () => {
    source.close();
    location.reload();
  });
  source.addEventListener('open', () => { lost.hidden = true; });
  source.addEventListener('error', () => { lost.hidden = false; });
  addEventListener('pagehide', () => source.close());
}

document.querySelector('[data-print]')?.addEventListener('click', () => print());
