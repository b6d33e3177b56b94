// What the pages of the console do beyond plain forms: say that a connection was lost, and keep what was typed in this
// tab alone until it is saved or its person signs out. Every page works without it.

const KEPT = 'aman.kept.';
const lost = document.getElementById('lost');
let again = null;
let answered = null; // the form that the server has just given back with all that was typed

function say(what) {
  lost.querySelectorAll('[data-says]').forEach(one => { one.hidden = one.dataset.says !== what; });
  lost.querySelector('[data-again]').hidden = what === 'refused' || what === 'too-large' || again === null;
  lost.hidden = false;
}

lost.querySelector('[data-dismiss]').addEventListener('click', () => { lost.hidden = true; });
lost.querySelector('[data-again]').addEventListener('click', () => {
  lost.hidden = true;
  const form = again;
  again = null;
  form?.requestSubmit();
});

/** Only what a person pressed for is said; a check in the background that failed is made again with the next letter. */
function pressed(event) {
  const form = event.detail.elt;
  return form instanceof HTMLFormElement && !event.detail.requestConfig?.triggeringEvent?.type?.startsWith('input');
}

for (const name of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(name, event => {
    if (pressed(event)) {
      again = event.detail.elt;
      say('gone');
    }
  });
}

document.addEventListener('too-large', () => say('too-large'));

/** Another file makes what was said of the one before untrue. */
document.addEventListener('change', event => {
  if (event.target.type === 'file') {
    lost.hidden = true;
  }
});

document.addEventListener('htmx:responseError', event => {
  if (pressed(event)) {
    again = null;
    say(event.detail.xhr.status >= 500 ? 'failed' : 'refused');
  }
});

/** Before the answer takes the form's place: what was saved needs no keeping; whoever lands at the sign-in keeps it. */
document.addEventListener('htmx:beforeOnLoad', event => {
  const form = event.detail.elt;
  const xhr = event.detail.xhr;
  if (form instanceof HTMLFormElement && form.dataset.keep && xhr.status < 300
      && !isSignIn(xhr.responseURL) && isSaving(event)) {
    drop(form.dataset.keep);
  } else if (form instanceof HTMLFormElement && form.dataset.keep && xhr.status < 500 && !isSignIn(xhr.responseURL)) {
    answered = form.dataset.keep;
  }
  if (xhr.status < 400) {
    lost.hidden = true;
  }
});

function isSignIn(url) {
  return new URL(url || location.href, location.href).pathname.startsWith('/console/sign-in');
}

/** Adding a row is answered at the same address, saving by another. */
function isSaving(event) {
  const asked = new URL(event.detail.pathInfo.requestPath, location.href);
  const answered = new URL(event.detail.xhr.responseURL, location.href);
  return asked.pathname + asked.search !== answered.pathname + answered.search;
}

document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target?.id === 'content' || event.detail.target?.tagName === 'MAIN' || event.detail.boosted) {
    const heading = document.querySelector('main [role="alert"], main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: false });
  }
  watch();
});

/** The mark of a field follows the objections beside it. */
document.addEventListener('htmx:oobAfterSwap', event => {
  const id = event.detail.target?.id ?? '';
  const field = id.startsWith('why-') ? document.getElementById(id.slice(4)) : null;
  if (field && document.getElementById(id)?.querySelector('li.error')) {
    field.setAttribute('aria-invalid', 'true');
  } else if (field) {
    field.removeAttribute('aria-invalid');
  }
});

function storage(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null; // refused in some private windows: then nothing is kept
  }
}

function drop(key) {
  storage(kept => kept.removeItem(KEPT + key));
}

function typed(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !form.elements[name]?.matches?.('[type=hidden]'));
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function restore(form, values) {
  const seen = new Map();
  for (const [name, value] of values) {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const fields = [...form.elements].filter(one => one.name === name && one.type !== 'hidden');
    const field = fields[0]?.type === 'checkbox' || fields[0]?.type === 'radio'
      ? fields.find(one => one.value === value) : fields[nth];
    if (field && (field.type === 'checkbox' || field.type === 'radio')) {
      field.checked = true;
    } else if (field) {
      field.value = value;
    }
  }
}

function offer(form, key, values) {
  const before = typed(form);
  restore(form, values);
  if (same(before, typed(form))) {
    return;
  }
  const notice = document.getElementById('kept').content.firstElementChild.cloneNode(true);
  notice.querySelector('[data-drop]').addEventListener('click', () => {
    drop(key);
    form.reset();
    notice.remove();
    form.dispatchEvent(new Event('change', { bubbles: true }));
  });
  form.prepend(notice);
  form.dispatchEvent(new Event('change', { bubbles: true }));
}

function watch() {
  for (const form of document.querySelectorAll('form[data-keep]:not([data-watched])')) {
    form.dataset.watched = '';
    const key = form.dataset.keep;
    const kept = storage(all => JSON.parse(all.getItem(KEPT + key)));
    if (kept && key === answered) {
      storage(all => all.setItem(KEPT + key, JSON.stringify(typed(form))));
    } else if (kept) {
      offer(form, key, kept);
    }
    form.addEventListener('input', () => storage(all => all.setItem(KEPT + key, JSON.stringify(typed(form)))));
  }
  answered = null;
  for (const form of document.querySelectorAll('form[data-forget]:not([data-watched])')) {
    form.dataset.watched = '';
    form.addEventListener('submit', () => storage(all => all.clear()));
  }
}

/** The menu closes when one leaves it. */
document.addEventListener('click', event => {
  document.querySelectorAll('.bar details[open]').forEach(one => { one.open = one.contains(event.target); });
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    document.querySelectorAll('.bar details[open]').forEach(one => { one.open = false; one.querySelector('summary').focus(); });
  }
});

watch();
