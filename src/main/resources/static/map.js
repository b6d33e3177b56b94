// Draws updates where they apply. Without tiles the places themselves are the map: named points, and roads as lines.
// Tiles are loaded only once somebody asks for them.

const holder = document.getElementById('map');
const data = JSON.parse(document.getElementById('data').textContent);
const SIGNS = { YES: '✓', PARTLY: '◐', NO: '✕' };
const map = L.map(holder, {
  attributionControl: false,
  zoomAnimation: false,
  fadeAnimation: false,
  markerZoomAnimation: false,
  minZoom: 7,
  maxZoom: 15,
});
const ink = getComputedStyle(document.documentElement).getPropertyValue('--line').trim();
const canvas = L.canvas();

const points = data.updates.map(one => [one.lat, one.lon]);
const extent = points.length ? points : data.places.filter(place => place.big).map(place => [place.lat, place.lon]);
map.fitBounds(L.latLngBounds(extent).pad(.1), { maxZoom: 11, animate: false });

for (const road of data.roads) {
  L.polyline(road.along, { color: ink, weight: 3, opacity: .6, renderer: canvas, interactive: false }).addTo(map);
}

const labels = L.layerGroup();
for (const place of data.places) {
  const dot = L.circleMarker([place.lat, place.lon], {
    radius: place.big ? 4 : 2, color: ink, fillColor: ink, fillOpacity: 1, weight: 1, renderer: canvas, interactive: false,
  }).addTo(map);
  if (place.big) {
    dot.bindTooltip(place.name, { permanent: true, direction: 'bottom', className: 'place-name', opacity: 1 });
  } else {
    labels.addLayer(L.circleMarker([place.lat, place.lon], { radius: 0, opacity: 0, interactive: false })
      .bindTooltip(place.name, { permanent: true, direction: 'bottom', className: 'place-name', opacity: 1 }));
  }
}
map.on('zoomend', () => (map.getZoom() >= 11 ? labels.addTo(map) : labels.remove()));

const crowd = new Map();
for (const one of data.updates) {
  const key = one.lat + ' ' + one.lon;
  const nth = crowd.get(key) ?? 0;
  crowd.set(key, nth + 1);
  const icon = L.divIcon({ className: '', iconSize: [32, 32], iconAnchor: [16 - nth * 10, 16] });
  const marker = L.marker([one.lat, one.lon], { icon, title: one.title, alt: one.title, keyboard: true }).addTo(map);
  const spot = document.createElement('div');
  spot.className = 'spot ' + one.sign;
  const sign = document.createElement('span');
  sign.textContent = SIGNS[one.sign] ?? '•';
  spot.append(sign);
  marker.getElement().replaceChildren(spot);
  marker.getElement().setAttribute('aria-label', one.title);
  marker.on('click', () => location.assign(one.link));
}
const tiles = document.getElementById('tiles');
tiles?.addEventListener('click', () => {
  L.tileLayer(tiles.dataset.from, { attribution: tiles.dataset.by }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution(tiles.dataset.by).addTo(map);
  tiles.hidden = true;
});

const filter = document.querySelector('#beside');
filter?.addEventListener('focusin', event => {
  const one = data.updates.find(update => update.id === event.target.closest('[data-id]')?.dataset.id);
  if (one) {
    map.panTo([one.lat, one.lon], { animate: false });
  }
});
