// Draws the figures that stand in the page as numbers too, in the colours of the page.
const data = JSON.parse(document.getElementById('data').textContent);
const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(name).trim();
const kinds = [['answered', colour('--deep')], ['askedBack', '#c58b2a'], ['unknown', colour('--line')]];
const rightToLeft = document.documentElement.dir === 'rtl';
Chart.defaults.color = colour('--ink');
Chart.defaults.borderColor = colour('--edge');
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;

function draw(id, labels, datasets) {
  const canvas = document.getElementById(id);
  if (!canvas) {
    return;
  }
  new Chart(canvas, {
    type: 'bar',
    data: { labels, datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { rtl: rightToLeft, textDirection: rightToLeft ? 'rtl' : 'ltr' }, tooltip: { rtl: rightToLeft } },
      scales: {
        x: { stacked: true, reverse: rightToLeft },
        y: { stacked: true, ticks: { precision: 0 }, position: rightToLeft ? 'right' : 'left' },
      },
    },
  });
}

const byKind = rows => kinds.map(([kind, backgroundColor]) => ({
  label: data.labels[kind], backgroundColor, data: rows.map(row => row[kind]),
}));
draw('hours', data.hours.map(row => row.name), byKind(data.hours));
draw('topics', data.topics.map(row => row.name), byKind(data.topics));
draw('waited', data.waited.map(row => row.name), [{
  label: data.labels.questions, backgroundColor: colour('--deep'), data: data.waited.map(row => row.questions),
}]);
