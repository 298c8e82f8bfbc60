import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { isolated, type Lane } from './series';
import { axisRange, colourStops, share } from './stats';

const INK = '#1d2327';
const BAD = '#a31515';
const WARN = '#8a4b00';
const FONT = '13px "Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif';

export type Mark = { at: number; label: string };
export type LaneOptions = {
  lane: Lane;
  window: [number, number];
  zone: string;
  language: string;
  showTimes: boolean;
  /** Names of the marks: once is enough for all lanes. */
  showLabels: boolean;
  marks: readonly Mark[];
  reasonText: (reason: string) => string;
  onRange?: ((from: number, to: number) => void) | undefined;
};
export type LanePlot = {
  update: (o: LaneOptions) => void;
  resize: () => void;
  destroy: () => void;
};

const columns = (lane: Lane) => [lane.x, lane.min, lane.max, lane.last] as uPlot.AlignedData;

/** Clock times; the date stands under the first one and under the first of each day. */
function timeLabels(zone: string, language: string) {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: zone, hourCycle: 'h23' } as const;
  const minutes = new Intl.DateTimeFormat(locale, clock);
  const exact = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  return (_: uPlot, splits: number[]) => {
    let before = '';
    const format = (splits[1] ?? 0) - (splits[0] ?? 0) < 60 ? exact : minutes;
    return splits.map((s) => {
      const at = new Date(s * 1000);
      const date = day.format(at);
      const label = date === before ? format.format(at) : `${format.format(at)}\n${date}`;
      before = date;
      return label;
    });
  };
}

function hatch(ctx: CanvasRenderingContext2D): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 10;
  const pen = tile.getContext('2d');
  if (!pen) return '#ffe2b8';
  pen.fillStyle = '#fff3df';
  pen.fillRect(0, 0, 10, 10);
  pen.strokeStyle = '#c98a3d';
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const o of [-10, 0, 10]) {
    pen.moveTo(o, 10);
    pen.lineTo(o + 10, 0);
  }
  pen.stroke();
  return ctx.createPattern(tile, 'repeat') ?? '#ffe2b8';
}

/** One tag in its own lane: limit band, dark inside and red outside, gaps hatched and never crossed. */
export function drawLane(host: HTMLElement, first: LaneOptions): LanePlot {
  let o = first;
  let range = axisRange(o.lane);

  const colour = (u: uPlot, inside: string, outside: string) => {
    const { top, height } = u.bbox;
    const gradient = u.ctx.createLinearGradient(0, top, 0, top + height);
    for (const [at, c] of colourStops(o.lane, range, inside, outside)) gradient.addColorStop(at, c);
    return gradient;
  };

  const limitBand = (u: uPlot) => {
    const { low, high } = o.lane;
    if (low === null && high === null) return;
    const { left, top, width, height } = u.bbox;
    const y1 = top + (high === null ? 0 : share(high, range)) * height;
    const y2 = top + (low === null ? 1 : share(low, range)) * height;
    u.ctx.save();
    u.ctx.fillStyle = '#e6eaed';
    u.ctx.fillRect(left, y1, width, y2 - y1);
    u.ctx.strokeStyle = '#7d868d';
    u.ctx.setLineDash([6, 5]);
    u.ctx.beginPath();
    for (const [limit, y] of [
      [high, y1],
      [low, y2],
    ] as const) {
      if (limit === null) continue;
      u.ctx.moveTo(left, y);
      u.ctx.lineTo(left + width, y);
    }
    u.ctx.stroke();
    u.ctx.restore();
  };

  const overlays = (u: uPlot) => {
    const { left, top, width, height } = u.bbox;
    const { ctx } = u;
    const dpr = uPlot.pxRatio;
    const px = (x: number) => Math.min(left + width, Math.max(left, u.valToPos(x, 'x', true)));
    ctx.save();
    ctx.font = FONT.replace('13px', `${13 * dpr}px`);
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    const pattern = o.lane.gaps.length ? hatch(ctx) : '';
    for (const g of o.lane.gaps) {
      if (g.from > o.window[1] || (g.to ?? Infinity) < o.window[0]) continue;
      const x1 = px(g.from),
        x2 = Math.max(px(g.to ?? o.window[1]), x1 + 3 * dpr);
      ctx.fillStyle = pattern;
      ctx.fillRect(x1, top, x2 - x1, height);
      const text = o.reasonText(g.reason);
      if (ctx.measureText(text).width + 12 * dpr < x2 - x1) {
        ctx.fillStyle = '#fff3df';
        ctx.fillRect(x1 + 2 * dpr, top + 2 * dpr, ctx.measureText(text).width + 8 * dpr, 18 * dpr);
        ctx.fillStyle = WARN;
        ctx.fillText(text, x1 + 6 * dpr, top + 4 * dpr);
      }
    }
    ctx.fillStyle = WARN;
    for (const x of o.lane.bad) {
      if (x >= o.window[0] && x <= o.window[1])
        ctx.fillRect(px(x), top + height - 6 * dpr, 2 * dpr, 6 * dpr);
    }
    ctx.strokeStyle = ctx.fillStyle = BAD;
    ctx.lineWidth = dpr;
    ctx.setLineDash([4 * dpr, 3 * dpr]);
    const rowEnds: number[] = []; // labels of marks close together stand above each other
    for (const m of o.marks) {
      if (m.at < o.window[0] || m.at > o.window[1]) continue;
      ctx.beginPath();
      ctx.moveTo(px(m.at), top);
      ctx.lineTo(px(m.at), top + height);
      ctx.stroke();
      if (!o.showLabels) continue;
      const left = px(m.at) + 3 * dpr;
      const free = rowEnds.findIndex((end) => end < left);
      const row = free < 0 ? rowEnds.length : free;
      rowEnds[row] = left + ctx.measureText(m.label).width + 3 * dpr;
      ctx.fillText(m.label, left, top + height - 16 * (row + 1) * dpr);
    }
    ctx.restore();
  };

  const select = (u: uPlot) => {
    const { left, width } = u.select;
    if (width > 8) o.onRange?.(u.posToVal(left, 'x'), u.posToVal(left + width, 'x'));
    if (width > 0) u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  };

  const edge: uPlot.Series = {
    stroke: (u) => colour(u, '#7d868d', BAD),
    width: 1,
    points: { show: false },
  };
  const plot = new uPlot(
    {
      width: host.clientWidth,
      height: host.clientHeight,
      legend: { show: false },
      padding: [4, 14, 0, 0],
      tzDate: (s) => uPlot.tzDate(new Date(s * 1000), o.zone),
      cursor: { sync: { key: 'lanes' }, drag: { x: !!first.onRange, y: false, setScale: false } },
      scales: { x: { time: true, range: () => o.window }, y: { range: () => range } },
      axes: [
        {
          font: FONT,
          size: first.showTimes ? 46 : 8,
          space: 90,
          values: first.showTimes ? timeLabels(o.zone, o.language) : () => [],
        },
        { font: FONT, size: 58, space: 24 },
      ],
      series: [
        {},
        edge,
        edge,
        {
          stroke: (u) => colour(u, INK, BAD),
          width: 1.5,
          points: {
            show: true,
            size: 5,
            filter: () => isolated(o.lane.last, 0, o.lane.x.length - 1),
          },
        },
      ],
      bands: [
        { series: [2, 1], fill: (u) => colour(u, 'rgba(29,35,39,0.28)', 'rgba(163,21,21,0.45)') },
      ],
      hooks: { drawClear: [limitBand], draw: [overlays], setSelect: [select] },
    },
    columns(o.lane),
    host,
  );

  return {
    update: (next) => {
      o = next;
      range = axisRange(o.lane);
      plot.setData(columns(o.lane));
    },
    resize: () => plot.setSize({ width: host.clientWidth, height: host.clientHeight }),
    destroy: () => plot.destroy(),
  };
}
