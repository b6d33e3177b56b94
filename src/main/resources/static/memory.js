// What this browser remembers: the area and the language in its storage until cleared, the last questions in this page
// alone. Storage may be refused (private windows); then both last as long as the page.

const AREA = 'aman.area';
const LANGUAGE = 'aman.language';
const MOST_BEFORE = 3;

const fallback = new Map();
let asked = [];

function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return fallback.get(key) ?? null;
  }
}

function write(key, value) {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    fallback.set(key, value);
  }
}

/** The chosen area as {id, names: {ar, en}}, or null. */
export function area() {
  try {
    const kept = JSON.parse(read(AREA));
    return kept && typeof kept.id === 'string' && kept.names ? kept : null;
  } catch {
    return null;
  }
}

export function chooseArea(place) {
  write(AREA, place ? JSON.stringify({ id: place.id, names: place.names }) : null);
}

/** The language chosen by hand, or null to follow the words. */
export function language() {
  const kept = read(LANGUAGE);
  return kept === 'ar' || kept === 'en' ? kept : null;
}

export function chooseLanguage(code) {
  write(LANGUAGE, code);
}

/** The last questions asked in words and places pressed, oldest first. */
export function before() {
  return asked.slice();
}

export function remember(question) {
  asked = [...asked, question].slice(-MOST_BEFORE);
}

export function begin(questions) {
  asked = questions.slice(-MOST_BEFORE);
}

export function forget() {
  asked = [];
  write(AREA, null);
  write(LANGUAGE, null);
}
