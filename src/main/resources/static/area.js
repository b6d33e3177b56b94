// Choosing one's area. The list of places comes once; what is typed to search it never leaves the browser.

const MOST_SHOWN = 30;
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

const dialog = document.getElementById('areas');
const search = document.getElementById('area-search');
const list = document.getElementById('area-list');
const nothing = document.getElementById('area-nothing');

let places = null;

/** Brings the usual ways of writing a name together. */
function fold(name) {
  return name.normalize('NFKD').replace(MARKS, '').toLowerCase()
    .replace(/[أإآٱ]/g, 'ا').replace(/ة/g, 'ه').replace(/[ىئی]/g, 'ي').replace(/ؤ/g, 'و').replace(/ک/g, 'ك')
    .replace(/(^|\s)(?:ال|a[ldrstnz]h?-|el-)/g, '$1').replace(/[\s'’-]+/g, '');
}

async function load() {
  if (!places) {
    const response = await fetch('/places.json');
    if (!response.ok) throw new Error('places ' + response.status);
    const all = await response.json();
    places = all.map(place => ({ ...place, keys: Object.values(place.names).map(fold) }));
  }
  return places;
}

function found(typed) {
  const key = fold(typed);
  if (!key) return places;
  const beginning = places.filter(place => place.keys.some(name => name.startsWith(key)));
  const within = places.filter(place => !beginning.includes(place) && place.keys.some(name => name.includes(key)));
  return [...beginning, ...within];
}

function show(language, texts, chosen) {
  const matches = found(search.value);
  nothing.textContent = matches.length ? '' : texts['area-nothing'];
  list.replaceChildren(...matches.slice(0, MOST_SHOWN).map(place => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = place.names[language] + (place.area[language] ? ' (' + place.area[language] + ')' : '');
    button.addEventListener('click', () => {
      dialog.close();
      chosen(place);
    });
    item.append(button);
    return item;
  }));
}

/** Opens the choice; fails where the places cannot be fetched. */
export async function choose(language, texts, chosen) {
  await load();
  search.value = '';
  search.oninput = () => show(language, texts, chosen);
  show(language, texts, chosen);
  dialog.showModal();
  search.focus();
}

/** The place of this id, or null. */
export async function byId(id) {
  return (await load()).find(place => place.id === id) ?? null;
}
