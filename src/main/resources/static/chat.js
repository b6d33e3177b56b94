// The page: takes questions, sends each with what this browser remembers, shows what comes back.

import * as memory from './memory.js';
import * as talk from './talk.js';
import * as area from './area.js';

const PATIENCE_MS = 20000;
const POSITION_PATIENCE_MS = 15000;
const POSITION_AGE_MS = 300000;

const root = document.documentElement;
const form = document.getElementById('ask');
const question = document.getElementById('question');
const notice = document.getElementById('notice');
const languageLink = document.getElementById('language');

let texts = JSON.parse(document.getElementById('texts').textContent);
let busy = false;

const language = () => root.lang;

// Language

async function fetchTexts(code) {
  const response = await fetch('/texts/' + code + '.json');
  if (!response.ok) throw new Error('texts ' + response.status);
  return response.json();
}

function write() {
  document.title = texts.title;
  document.querySelectorAll('[data-text]').forEach(at => {
    at.textContent = texts[at.dataset.text];
    if (at.name === 'text') at.value = at.textContent; // an example asks what it shows
  });
  question.placeholder = texts.placeholder;
  document.getElementById('talk').setAttribute('aria-label', texts.talk);
  writeArea();
}

async function speak(code) {
  try {
    texts = await fetchTexts(code);
  } catch {
    notice.textContent = texts.unreachable;
    return false;
  }
  const other = code === 'ar' ? 'en' : 'ar';
  root.lang = code;
  root.dir = code === 'ar' ? 'rtl' : 'ltr';
  languageLink.lang = languageLink.hreflang = other;
  languageLink.href = '/?lang=' + other;
  write();
  return true;
}

languageLink.addEventListener('click', async event => {
  event.preventDefault();
  const code = languageLink.hreflang;
  if (await speak(code)) memory.chooseLanguage(code);
});

// Area

function writeArea() {
  const chosen = memory.area();
  document.getElementById('area-name').textContent = chosen
    ? chosen.names[language()] ?? chosen.id
    : texts['area-none'];
  document.getElementById('area-choose').textContent = chosen ? texts['area-change'] : texts['area-choose'];
  document.getElementById('area-clear').hidden = !chosen;
  document.getElementById('area-now').hidden = !chosen;
}

function settle(place) {
  memory.chooseArea(place);
  writeArea();
}

async function chooseArea() {
  try {
    await area.choose(language(), texts, settle);
  } catch {
    notice.textContent = texts.unreachable;
  }
}

document.getElementById('area-choose').addEventListener('click', chooseArea);
document.getElementById('area-clear').addEventListener('click', () => {
  settle(null);
  document.getElementById('area-choose').focus();
});
document.getElementById('area-now').addEventListener('click', event => ask('/now', event.target.textContent));
document.getElementById('forget').addEventListener('click', forget);

function forget() {
  memory.forget();
  talk.clear();
  writeArea();
  talk.showSentence(texts.forgotten, language(), texts);
}

// Asking

/** Commands that are about this browser and need no server. True where one was obeyed. */
function obey(text) {
  const [command, ...rest] = text.trim().split(/\s+/);
  const word = rest.join(' ');
  if (command === '/language' && (word === 'ar' || word === 'en')) {
    speak(word).then(done => done && memory.chooseLanguage(word));
  } else if (command === '/place' && word === 'clear') {
    settle(null);
  } else if (command === '/place') {
    area.byId(word).then(place => place ? settle(place) : chooseArea()).catch(() => {
      notice.textContent = texts.unreachable;
    });
  } else if (command === '/forget') {
    forget();
  } else {
    return false;
  }
  return true;
}

/** Asks, and shows first what was asked. */
function ask(text, shown, position) {
  if (busy || !text.trim()) return;
  if (obey(text)) return;
  talk.showQuestion(shown ?? text, texts, position ? texts['position-sent'] : '');
  send(letter(text, position));
}

/** A question with what this browser remembers. */
function letter(text, position) {
  const command = text.trim().startsWith('/');
  const chosen = memory.area();
  const said = { text, before: memory.before() };
  // Words are answered in their own language unless one was chosen; a command has no language of its own.
  const wanted = memory.language() ?? (command ? language() : null);
  if (wanted) said.language = wanted;
  if (position) {
    Object.assign(said, position);
  } else if (chosen) {
    said.place = chosen.id;
  }
  if (!command || text.startsWith('/in ')) memory.remember(text);
  return said;
}

async function post(said) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch('/api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language() },
      body: JSON.stringify(said),
      credentials: 'omit',
      cache: 'no-store',
      signal: patience.signal,
    });
    return { ok: response.ok, status: response.status, body: await response.json() };
  } finally {
    clearTimeout(timer);
  }
}

async function send(said) {
  busy = true;
  notice.textContent = texts.waiting;
  try {
    const { ok, body } = await post(said);
    if (ok) {
      talk.showAnswer(body, texts, press);
    } else if (body.error === 'place-unknown') {
      settle(null);
      talk.showFailure(texts['area-gone'], language(), texts, () => send({ ...said, place: undefined }));
    } else {
      talk.showFailure(body.sentence ?? texts.unreachable, language(), texts, () => send(said));
    }
  } catch {
    talk.showFailure(texts.unreachable, language(), texts, () => send(said));
  } finally {
    busy = false;
    notice.textContent = '';
  }
}

function press(button, at) {
  if (busy) return;
  if (/^\/(not)?useful /.test(button.value)) {
    at.parentElement.querySelectorAll('button').forEach(one => { one.disabled = true; });
  }
  ask(button.value, button.label);
}

document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') !== '/ask') return; // the dialog's own form
  event.preventDefault();
  const pressed = event.submitter?.name === 'text' ? event.submitter : null;
  if (pressed) {
    ask(pressed.value, pressed.textContent);
    return;
  }
  if (busy || !question.value.trim()) return;
  const words = question.value;
  question.value = '';
  fit();
  ask(words);
});

question.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

/** The field grows with what is written. */
function fit() {
  question.style.height = 'auto';
  question.style.height = Math.min(question.scrollHeight + 2, 128) + 'px';
}

question.addEventListener('input', fit);

// Position: asked for on a press only, sent with one question, kept by nobody.

function askWith(position) {
  const words = question.value.trim();
  const last = memory.before().filter(one => !one.startsWith('/')).pop();
  // About 100 m: enough to find what is near, and not the door of a house.
  const rough = {
    latitude: Math.round(position.coords.latitude * 1000) / 1000,
    longitude: Math.round(position.coords.longitude * 1000) / 1000,
  };
  if (words) {
    question.value = '';
    fit();
    ask(words, words, rough);
  } else if (last) {
    ask(last, last, rough);
  } else {
    ask('/now', texts['position-question'], rough);
  }
}

document.getElementById('position').addEventListener('click', () => {
  if (busy) return;
  if (!navigator.geolocation) {
    notice.textContent = texts['position-failed'];
    return;
  }
  notice.textContent = texts['position-waiting'];
  navigator.geolocation.getCurrentPosition(
    position => {
      notice.textContent = '';
      askWith(position);
    },
    problem => {
      notice.textContent = texts[problem.code === 1 ? 'position-denied' : 'position-failed'];
    },
    { enableHighAccuracy: false, timeout: POSITION_PATIENCE_MS, maximumAge: POSITION_AGE_MS });
});

// Beginning

async function begin() {
  memory.begin([...form.querySelectorAll('input[name="before"]')].map(one => one.value));
  root.classList.add('js');
  writeArea();
  const inAddress = new URLSearchParams(location.search).get('lang');
  if (inAddress === 'ar' || inAddress === 'en') {
    memory.chooseLanguage(inAddress);
  } else if (memory.language() && memory.language() !== language()) {
    await speak(memory.language());
  }
}

begin();
