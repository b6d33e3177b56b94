// Draws the figures that stand in the page as numbers too.
const data = JSON.parse(document.getElementById('data').textContent);
const kinds = [['answered', '#1c5d63'], ['askedBack', '#c58b2a'], ['unknown', '#8b9795']];
const draw = (id, rows, label) => new Chart(document.getElementById(id), {
  type: 'bar',
  data: {
    labels: rows.map(label),
    datasets: kinds.map(([kind, colour]) => ({label: data.labels[kind], backgroundColor: colour, data: rows.map(row => row[kind])})),
  },
  options: {animation: false, scales: {x: {stacked: true}, y: {stacked: true, ticks: {precision: 0}}}},
});
draw('hours', data.hours, row => row.name.slice(11, 16));
draw('topics', data.topics, row => row.name);
